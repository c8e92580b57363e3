"""What a clause of the next report says of a promised deed without a figure."""

import re
from decimal import Decimal

from zongjie.archive.judging import Judgement
from zongjie.archive.linking import Candidate
from zongjie.archive.term_weights import manner_words, term_weight
from zongjie.comparing.similarity import content_words
from zongjie.document.ledger import Promise

_STAGES = (  # how far a deed is, the furthest first
    re.compile(r"建成|竣工|投用|投产|通车|开通|完工|投入使用|开园|完成|运营|挂牌|验收"),
    re.compile(r"推进|加快|加紧|在建|进展|有序|正在|封顶|积极"),
    re.compile(r"开工|启动|动工|获批|立项"),
    re.compile(r"前期|谋划|筹建|论证|争取"),
)
_BEGUN = len(_STAGES)
_RELATIVE = re.compile(
    r"(?:高于|快于|好于|优于|超过|不低于|跑赢)[^，]{0,8}(?:全国|全省|全市|平均|经济|生产总值)"
)
_FASTER = re.compile(r"收入[^，]{0,8}(?:高于|快于|跑赢|不低于)[^，]{0,4}(?:经济增|生产总值)")
_IN_STEP = re.compile(r"同步|基本一致")
_SLACK = Decimal("0.5")  # percentage points
_SHORT = re.compile(r"[不未难缺]|严重|急剧|放松|滞后|薄弱|差距|下滑|失控")
_NAME = 5.0  # the weight of a word that names a thing, at least
_JOINTS = re.compile(r"以及|[、和及与]")
_DONE = Judgement("done", "本期说已做", "told as done")
_SOME = Judgement("partly", "提到了其中一部分", "some of what was promised is told")


def judge_deed(
    promise: Promise, words: str, candidate: Candidate, told: str, economy: Decimal | None
) -> Judgement:
    """Hold a clause (its words are ``told``) against a deed; ``economy`` is the growth of output in %."""
    if _FASTER.search(words):
        return _in_step(candidate, economy)
    if _RELATIVE.search(words) and not _RELATIVE.search(told):
        return Judgement("unclear", "没说比较的对象", "the figure to compare with is not told")
    if _IN_STEP.search(words):
        return _in_step(candidate, economy)
    if candidate.short and _SHORT.search(told):
        return Judgement("missed", "本期说还没有做好", "told as a shortfall")
    promised, reached = _stage(words), _stage(told)
    if promised == 0 and 0 < reached < _BEGUN:
        return Judgement("partly", "承诺完成，本期说还在推进", "promised to be finished, told as under way")
    if promised is not None and promised <= 2 and reached == _BEGUN - 1 and "前期" not in words:
        return Judgement("partly", "本期说还在前期", "told as being prepared")
    return _SOME if _only_some(words, told) else _DONE


def _stage(words: str) -> int:
    """The furthest stage named, 0 the last; ``_BEGUN`` where none is."""
    if "前期" in words:
        return _BEGUN - 1
    return next((at for at, stage in enumerate(_STAGES) if stage.search(words)), _BEGUN)


def _in_step(candidate: Candidate, economy: Decimal | None) -> Judgement:
    """Growth in step with the economy's: both must be told."""
    growth = [
        q.value
        for q in candidate.figures
        if q.unit == "%" and q.value is not None and (q.change is None or q.change.to is None)
    ]
    if not growth or economy is None:
        return Judgement("unclear", "没说增速", "growth is not told")
    if min(growth) >= economy - _SLACK:
        return Judgement("done", "与经济增长基本同步", "in step with the economy")
    return Judgement("partly", "慢于经济增长", "slower than the economy")


def _only_some(words: str, told: str) -> bool:
    """Whether of several things listed some stand in the clause and some do not."""
    parts = _JOINTS.split(words)
    if len(parts) < 2:
        return False
    lists = [set(content_words(part)) - manner_words() for part in parts]
    names = [max(sorted(item), key=term_weight) for item in lists if item]
    if len(names) < 2 or min(map(term_weight, names)) < _NAME:
        return False
    there = [_told(name, told) for name in names]
    return any(there) and not all(there)


def _told(word: str, text: str) -> bool:
    return word in text or (len(word) > 2 and any(word[at : at + 2] in text for at in range(len(word) - 1)))
