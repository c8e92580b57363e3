"""A server of the tests' own that speaks the protocol of a language model, well or badly."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from zongjie.comparing.similarity import content_words

_ITEM = re.compile(r"^@(i\d+) (.*?)(?:（.*?可引(.*?)）|$)", re.M)
_SOURCE = re.compile(r"^\[(\d+)\] (.+)$", re.M)
_WAYS = (
    "承办人与时限写进台账", "年中听取一次进展", "不到位的退回重办", "由使用者当面评价", "先试点再推开",
    "问题逐条销号", "结果向社会公开", "经费用途列清", "每月回看一次", "难点提级会商", "做完留下说明",
    "验收请第三方参加", "薄弱处派专人驻点", "进度上墙", "好的做法编成手册", "差的当面指出",
)  # fmt: skip


def obedient(prompt: str) -> str:
    """What a model answers that keeps to the rules: a sentence an item, on its first source."""
    sources = {int(n): words for n, words in _SOURCE.findall(prompt)}
    told = []
    for at, (item, _, cited) in enumerate(_ITEM.findall(prompt)):
        numbers = [int(n) for n in re.findall(r"\d+", cited)]
        words = max(content_words(sources[numbers[0]]), key=len)
        told.append(f"@{item}\n把{words}这件事{_WAYS[at % len(_WAYS)]}[{numbers[0]}]。")
    return "\n".join(told)


class ModelServer:
    """``replies`` decide what comes next, one a request; the last goes on for ever.

    A reply is a function of the prompt that gives the model's words, or (status, headers, body).
    """

    def __init__(self) -> None:
        self.replies: list[Callable[[str], Any]] = [obedient]
        self.prompts: list[str] = []
        self.keys: list[str | None] = []
        self.cut: list[bool] = []  # for each request: break the stream off in the middle
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                server.prompts.append("\n".join(one["content"] for one in asked["messages"][1:]))
                server.keys.append(self.headers.get("Authorization"))
                reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
                answer = reply(server.prompts[-1])
                if isinstance(answer, str):
                    self._stream(answer, server.cut.pop(0) if server.cut else False)
                else:
                    status, headers, body = answer
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(body)

            def _stream(self, words: str, cut: bool) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                for at in range(0, len(words) // 2 if cut else len(words), 7):
                    delta = {"choices": [{"delta": {"content": words[at : at + 7]}, "finish_reason": None}]}
                    self.wfile.write(f"data: {json.dumps(delta)}\n\n".encode())
                if not cut:
                    self.wfile.write(b"data: [DONE]\n\n")

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    one = ModelServer()
    yield one
    one.close()
