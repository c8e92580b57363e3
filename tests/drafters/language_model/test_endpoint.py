"""The client of a language model against a server that misbehaves."""

import json
import time
from typing import Any

import pytest

from zongjie.drafters.language_model.conversation import Message
from zongjie.drafters.language_model.endpoint import Endpoint
from zongjie.errors import ModelError, SettingsError

ASKED = [Message("user", "写一句。")]
KEY = "sk-不可外传".encode("ascii", "ignore").decode() + "secret-7731"


def endpoint(server: Any, **more: Any) -> Endpoint:
    pauses: list[float] = more.pop("pauses", [])
    return Endpoint(server.url, "m", KEY, sleep=pauses.append, **more)


def says(words: str) -> Any:
    return lambda prompt: words


def status(code: int, headers: dict[str, str] | None = None, body: bytes = b"no") -> Any:
    return lambda prompt: (code, headers or {}, body)


def test_a_streamed_answer_comes_whole_and_is_counted_as_it_comes(server: Any) -> None:
    server.replies = [says("逐户走访，问题销号。")]
    sizes: list[int] = []
    assert endpoint(server, progress=sizes.append)(ASKED) == "逐户走访，问题销号。"
    assert sizes == [7, 10]
    assert server.keys == [f"Bearer {KEY}"]


def test_an_answer_that_is_not_streamed_is_read_too(server: Any) -> None:
    body = json.dumps({"choices": [{"message": {"content": "好。"}}]}).encode()
    server.replies = [status(200, {"Content-Type": "application/json"}, body)]
    assert endpoint(server)(ASKED) == "好。"


def test_a_cut_stream_is_asked_for_again(server: Any) -> None:
    server.replies = [says("逐户走访，问题销号，结果公开。")]
    server.cut = [True]
    assert endpoint(server)(ASKED) == "逐户走访，问题销号，结果公开。"
    assert len(server.prompts) == 2


def test_too_many_requests_are_waited_out_as_long_as_the_server_asks(server: Any) -> None:
    pauses: list[float] = []
    server.replies = [status(429, {"Retry-After": "3"}), status(503), says("好。")]
    assert endpoint(server, pauses=pauses)(ASKED) == "好。"
    assert pauses == [3.0, 2.0]


def test_a_server_that_keeps_failing_is_given_up(server: Any) -> None:
    pauses: list[float] = []
    server.replies = [status(500)]
    with pytest.raises(ModelError, match="500"):
        endpoint(server, pauses=pauses)(ASKED)
    assert pauses == [1.0, 2.0, 4.0]


def test_silence_ends_with_the_time_limit(server: Any) -> None:
    def late(prompt: str) -> str:
        time.sleep(1)
        return "晚了。"

    server.replies = [late]
    with pytest.raises(ModelError, match=r"0\.2 秒没有回音"):
        endpoint(server, timeout=0.2, attempts=2)(ASKED)


@pytest.mark.parametrize(
    "body", [b"data: {not json\n\n", b'data: {"error": {"message": "overloaded"}}\n\n', b"data: []\n\n", b""]
)
def test_a_stream_in_another_form_is_no_answer(server: Any, body: bytes) -> None:
    server.replies = [status(200, {"Content-Type": "text/event-stream"}, body)]
    with pytest.raises(ModelError):
        endpoint(server, attempts=2)(ASKED)
    assert len(server.prompts) == 2


def test_a_refusal_is_not_asked_again_and_never_tells_the_key(server: Any) -> None:
    server.replies = [status(401, {}, f"bad key {KEY}".encode())]
    with pytest.raises(ModelError) as refused:
        endpoint(server)(ASKED)
    assert len(server.prompts) == 1
    assert KEY not in refused.value.zh + refused.value.en
    assert "401" in refused.value.en


def test_the_key_is_not_carried_to_another_place(server: Any) -> None:
    server.replies = [status(302, {"Location": f"{server.url}/elsewhere"})]
    with pytest.raises(ModelError, match="302"):
        endpoint(server)(ASKED)
    assert len(server.prompts) == 1


def test_the_key_is_not_in_what_is_printed_of_the_endpoint(server: Any) -> None:
    assert KEY not in repr(endpoint(server))


def test_nobody_there_is_said() -> None:
    nobody = Endpoint("http://127.0.0.1:9/v1", "m", sleep=lambda seconds: None, attempts=2)
    with pytest.raises(ModelError, match=r"127\.0\.0\.1:9"):
        nobody(ASKED)


@pytest.mark.parametrize("address", ["ftp://x/v1", "127.0.0.1:8000", "http://", "file:///etc/passwd"])
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(SettingsError):
        Endpoint(address, "m")(ASKED)
