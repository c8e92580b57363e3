"""A language model behind an OpenAI-compatible endpoint (``POST …/chat/completions``, streamed).

Standard library only. Every wait has an end; 408, 409, 429 and 5xx, dropped connections and streams
that are cut are tried again with growing pauses (``Retry-After`` is heeded). The key goes into one
header of one host: redirects are not followed, and neither key nor text is ever written to a log.
"""

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from zongjie.drafters.language_model.conversation import Message, Progress
from zongjie.errors import ModelError, SettingsError

_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_LONGEST_PAUSE = 30.0  # seconds
_MOST_BYTES = 4_000_000  # of one answer
_MOST_ERROR = 300  # characters of a server's complaint that are shown
_DEADLINE = 10  # time limits that one answer may take in all


class _Interrupted(Exception):
    """What may go better another time: the reason in Chinese and English, the pause that is asked for."""

    def __init__(self, zh: str, en: str, pause: float | None = None) -> None:
        super().__init__(en)
        self.zh, self.en, self.pause = zh, en, pause


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Call it with messages; it gives the whole answer.

    ``base_url`` ends where ``/chat/completions`` begins (http://127.0.0.1:8000/v1). ``timeout`` is in
    seconds, for each wait. Raises ``ModelError`` where no whole answer can be had, and
    ``SettingsError`` where the address is none.
    """

    base_url: str
    model: str
    key: str | None = None
    timeout: float = 60.0
    attempts: int = 4
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    progress: Progress | None = None

    def __repr__(self) -> str:
        return f"Endpoint({self.base_url!r}, {self.model!r})"

    def __call__(self, messages: Sequence[Message]) -> str:
        request = self._request(messages)
        for attempt in range(1, self.attempts + 1):
            try:
                return self._answer(request)
            except _Interrupted as trouble:
                if attempt == self.attempts:
                    raise ModelError(
                        f"模型服务 {self._where} 试了 {attempt} 次都没有给出完整的回答：{trouble.zh}。",
                        f"the model at {self._where} gave no whole answer in {attempt} tries: {trouble.en}.",
                    ) from None
                grown = self.pause * 2 ** (attempt - 1)
                self.sleep(min(_LONGEST_PAUSE, grown if trouble.pause is None else trouble.pause))
        raise AssertionError("attempts is at least 1")

    @property
    def _where(self) -> str:
        return urlsplit(self.base_url).netloc.rpartition("@")[2]

    def _request(self, messages: Sequence[Message]) -> urllib.request.Request:
        address = urlsplit(self.base_url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise SettingsError(
                f"模型服务的地址 {self.base_url} 不对，应像 http://127.0.0.1:8000/v1。",
                f"{self.base_url} is no address of a model; it should look like http://127.0.0.1:8000/v1.",
            )
        told = {
            "model": self.model,
            "messages": [{"role": one.role, "content": one.content} for one in messages],
            "stream": True,
            "temperature": 0.2,
        }
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream, application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        body = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
        return urllib.request.Request(
            self.base_url.rstrip("/") + "/chat/completions", data=body, headers=headers
        )

    def _answer(self, request: urllib.request.Request) -> str:
        opener = urllib.request.build_opener(_NoRedirects)
        try:
            with opener.open(request, timeout=self.timeout) as response:
                if "json" in response.headers.get("Content-Type", ""):
                    return _whole(response.read(_MOST_BYTES))
                return self._streamed(response)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refusal(error) from None
        except TimeoutError:
            raise _Interrupted(f"{self.timeout:g} 秒没有回音", f"silent for {self.timeout:g} s") from None
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, TimeoutError):
                raise _Interrupted(f"{self.timeout:g} 秒没有回音", f"silent for {self.timeout:g} s") from None
            raise _Interrupted(f"连接断了或连不上（{reason}）", f"no connection ({reason})") from None

    def _streamed(self, response: http.client.HTTPResponse) -> str:
        parts: list[str] = []
        size = read = 0
        ended = False
        until = time.monotonic() + _DEADLINE * self.timeout
        for event in _events(response):
            read += len(event)
            if event == b"[DONE]":
                ended = True
                break
            piece, finished = _piece(event)
            ended = ended or finished
            parts.append(piece)
            size += len(piece)
            if self.progress is not None and piece:
                self.progress(size)
            if read > _MOST_BYTES or time.monotonic() > until:
                raise _Interrupted("回答太长或太慢", "the answer is too long or too slow")
        if not ended:
            raise _Interrupted("回答没有传完就断了", "the stream was cut")
        return "".join(parts)

    def _refusal(self, error: urllib.error.HTTPError) -> Exception:
        if error.code in _AGAIN:
            return _Interrupted(
                f"服务返回 {error.code}", f"status {error.code}", _seconds(error.headers.get("Retry-After"))
            )
        said = self._without_key(error.read(2000).decode("utf-8", "replace"))[:_MOST_ERROR]
        hint = "请检查环境变量里的密钥。" if error.code in (401, 403) else "请检查地址和模型名。"
        english = "Check the key." if error.code in (401, 403) else "Check the address and the model."
        return ModelError(
            f"模型服务 {self._where} 拒绝了请求（{error.code}）：{said}。{hint}",
            f"the model at {self._where} refused ({error.code}): {said}. {english}",
        )

    def _without_key(self, words: str) -> str:
        return " ".join((words.replace(self.key, "…") if self.key else words).split())


def _events(response: http.client.HTTPResponse) -> Iterator[bytes]:
    """The data of server-sent events (one line each, as these servers write them)."""
    while line := response.readline(_MOST_BYTES):
        if line.startswith(b"data:"):
            yield line[5:].strip()


def _piece(event: bytes) -> tuple[str, bool]:
    """The words of one event, and whether the model says that it has finished."""
    try:
        told = json.loads(event)
        if "error" in told:
            raise _Interrupted("服务在回答中途报错", "the server broke off with an error")
        choice = (told.get("choices") or [{}])[0]
        words = (choice.get("delta") or {}).get("content") or ""
        return (words if isinstance(words, str) else ""), choice.get("finish_reason") is not None
    except (ValueError, AttributeError, TypeError, IndexError):
        raise _Interrupted("服务的回答不是约定的格式", "the stream is not in the agreed form") from None


def _whole(body: bytes) -> str:
    """The answer of a server that does not stream."""
    try:
        words = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, TypeError, IndexError):
        words = None
    if not isinstance(words, str):
        raise _Interrupted("服务的回答不是约定的格式", "the answer is not in the agreed form")
    return words


def _seconds(header: str | None) -> float | None:
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None
