"""What was counted (object), the deed (action), and the indicator (metric) of a quantity.

Read off the tagged words of the clause: the noun phrase after the unit (60多条意见建议), else
the one before the number (关闭自备井98口), else what the neighbour in the list counts.
"""

import re

from zongjie.extractors.quantities.draft import Draft
from zongjie.extractors.quantities.tagging import Tagged, tag

_REACH = 40
_LINKS = frozenset(
    """达 达到 为 是 约 近 超 超过 突破 逾 共 共计 累计 分别 至 到 以上 左右 增长 下降 提高 增加 减少 上升 回落 降低 提升 缩小 扩大
    同比 环比 比 上年 较 去年 年均 平均 分别为 已 已达 增至 升至 降至 提高到 增加到 达成 有 了 再 又 也 均 各 仅 将 净增 新 全年 全部
    合计 总计 总共 一共 保持 保持在 控制 在 实现 完成 位居 名列 始终保持 继续保持 免费提供 居 稳居 位列 排名 全省 全国 全市 全区 全县 第 首次 率先 大约 不 低于 高于 少于 足
    不足 不到 接近 将近 多 余 由 从 年初 年底 的 增幅 就 已经 先后 目前 预计 力争 要 将 每年 力争 同 期 多达 高达 只有 不低于 不超过 拉动 跃升 继续 稳定
    跃居 排 列 翻 翻了 最高 最低 最多 至少 每 年 月 日 底 度 上升到 下降到 降 升 增 减 涨 跌 跌幅 涨幅 降幅 扩大到 扩大至 提升至 提高至 下降至
    上升至 增加至 减少至 减少到 降低到 降低至 压缩到 压缩至 缩短 压缩 缩短至 缩短到 连续 其中 当年 本年 按 可比 口径 计算 名义 上 年 快于 好于 高出 高 低 快 慢""".split()
)
_CARRIERS = (
    "人数", "户数", "总额", "率", "额", "量", "面积", "规模", "收入", "支出", "投资", "增加值", "总值", "里程", "比重", "占比", "周期",
    "活动", "工作", "大会", "会议", "培训班", "水平", "指数", "时间", "标准", "能力", "贡献率", "价格", "强度", "密度", "覆盖面", "利润", "产值", "库容", "容量", "金额", "数", "度",
)  # fmt: skip
_NOUNISH = frozenset("n nr ns nt nz vn an l j eng b a ng s nrt nrfg i g zg nz".split())
_SUPPORT = frozenset("开展 举办 组织 召开 进行 实施 组织开展 承办 主办 参加 参与 完成 提供 接受".split())
_REACHED = re.compile("(?:(?:增|降|升|扩|增加|提高|下降|上升|提升)[至到]|达到?|[为约近逾]|超过?|突破)$")
_ADVERBIAL_ENDS = frozenset("上下中后来内前间里")
_EVENTS = frozenset(
    """宣讲 走访 调研 检查 督查 巡查 培训 演练 慰问 视察 协商 座谈 研讨 监督 巡逻 执法 考察 学习 讨论 约谈 督导 调度 宣传 巡诊 会商
    巡视 巡察 抽检 抽查 监测 巡检 整治 巡回 接访 下访 家访 义诊 送戏 观摩 辅导""".split()
)
_EVENT_UNITS = frozenset(("次", "场", "场次", "轮", "遍", "期", "趟", "批次", "人次", "余次"))
_LEADING = frozenset(
    "各类 各种 各级 有关 相关 合理化 群众 各 新 该 其 此 等 大 共 全 多 了 的 重要 左右 以上 以下 以内 之多 人民群众 广大 累计 新增 一批 内 中".split()
)
_COUNTED_PEOPLE = frozenset(("人", "人口"))


def find_object(draft: Draft, body: str, previous: Draft | None, sentence: int) -> None:
    """Fill ``object``, ``action`` and ``metric`` of a draft that measures or counts."""
    first, last = draft.clause
    start, end = draft.start, draft.end
    after = _after(body, end, min(last, end + 24)) if draft.dimension in _COUNTABLE else ""
    floor = first if previous is not None or after else sentence
    if draft.dimension == "ratio" and body[end : end + 1] == "的":
        after = _after(body, end + 1, min(last, end + 24))
    if "分别" in body[max(first, start - _REACH) : start]:
        draft.object = _respectively(draft, body, previous)
        if draft.object:
            draft.metric = draft.object if draft.dimension not in _COUNTABLE else None
            return
    before, action = _before(body, max(first, start - _REACH), start, draft, min(floor, first))
    draft.action = action
    if draft.dimension in _COUNTABLE:
        found = after or before
    else:
        found = after or before
        draft.metric = found or None
    if action and draft.unit in _EVENT_UNITS and (not found or (action in _EVENTS and not after)):
        found = action
    if not found and previous is not None and previous.object and _near(previous, draft, body):
        found, draft.metric = previous.object, draft.metric or previous.metric
        draft.action = draft.action or previous.action
    if not found and not draft.dimension:
        found = after
    draft.object = found or None


def _respectively(draft: Draft, body: str, previous: Draft | None) -> str | None:
    """A、B分别为3个、5个: the numbers of a list belong to its items in order."""
    first = draft.clause[0]
    head, _, tail = body[max(first, draft.start - 2 * _REACH) : draft.start].rpartition("分别")
    items = [item for item in re.split("[、和与及]", head[-_REACH:]) if item]
    at = len(_NUMBERS.findall(tail))
    if len(items) < 2 or at >= len(items) or (at == 0 and _NUMBERS.search(head)):
        return None
    words = [word for word in tag(items[at]) if not _is_deed(word[0]) and _is_noun(*word)]
    found = _short(words)
    shared = next((carrier for carrier in _CARRIERS if items[-1].endswith(carrier)), None)
    if found and shared and not found.endswith(_CARRIERS):
        found += shared
    return found or None


_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_COUNTABLE = frozenset(("count", "people", "area", "volume", "money", "length", "mass", "energy", None))


def _near(previous: Draft, draft: Draft, body: str) -> bool:
    gap = body[previous.end : draft.start]
    return len(gap) <= 24 and not any(c in "。；;\n" for c in gap)


def _after(body: str, start: int, end: int) -> str:
    """The noun phrase that begins at ``start``: 意见建议, 委员工作室, 国家级渔港经济区."""
    text = body[start:end]
    if not text:
        return ""
    opening = text[0]
    if opening in "(（":
        close = text.find("）" if opening == "（" else ")")
        if 0 < close <= 8:
            text = text[close + 1 :]
    for mark in "、（(；;》":
        cut = text.find(mark)
        if cut == 0:
            return ""
        if cut > 0:
            text = text[:cut]
    taken: list[tuple[str, str]] = []
    words = tag(text)
    for at, (word, flag) in enumerate(words):
        if flag == "x":
            if word in "“”\"'‘’" and len(words) > at + 1:
                continue
            break
        if not taken and word in _LEADING:
            continue
        if word == "的":
            if not taken or at + 1 >= len(words):
                break
            taken.clear()
            continue
        if _is_deed(word) or not (_is_noun(word, flag) or _leads_to_noun(words, at)):
            break
        taken.append((word, flag))
    return _short(taken)


def _is_deed(word: str) -> bool:
    return word in _DEEDS or word in _LINKS or (len(word) == 4 and word[:2] in _DEEDS and word[2:] in _DEEDS)


def _is_noun(word: str, flag: str) -> bool:
    """A noun by its tag, or one that jieba's dictionary takes for a verb (收入, 做法, 率)."""
    return (
        flag in _NOUNISH
        or flag[:1] == "n"
        or (flag == "z" and len(word) > 1)
        or (flag == "v" and (word in _NOUNS or word.endswith(_CARRIERS)))
    )


def _leads_to_noun(words: Tagged, at: int) -> bool:
    """Whether a verb (便利化, 支持) or 以上 only leads up to a noun: 支持政策."""
    if words[at][1] not in ("v", "f") or at + 1 >= len(words):
        return False
    word, flag = words[at + 1]
    return not _is_deed(word) and (_is_noun(word, flag) or (flag == "v" and _leads_to_noun(words, at + 1)))


_NOUNS = frozenset(
    """收入 支出 投资 做法 举措 创新 服务 管理 建设 改革 研究 治理 贷款 存款 补贴 补助 奖励 任务 提案 议案 报告 建议 意见 发明 专利 活动 培训 讲座 展览
    调研 课题 消费 出口 进口 交易 保险 试点 示范 竞赛 比赛 合作 就业 编制 教育 宣传 检查 著作 演出 征文 设计 装机 储备 排放 展示物 产出 医保 社保 低保 养老
    监测 执法 研讨 学习 协商 座谈 宣讲 走访 通报 处分 立案 结案 诉讼 调解 审批 登记 认证 评估 决策 试验 实践 经营 运输 施工 养殖 种植 生产 加工 制造 销售
    融资 授信 债券 基金 担保 捐赠 募捐 慰问 救助 帮扶 援助 招商 签约 谈判 訪问 访问 出访 来访 举报 控告 线索 隐患 事故 犯罪 违法 违纪""".split()
)
_DEED_NOUNS = frozenset(
    "投入 服务 生产 销售 消费 建设 就业 覆盖 参保 办理 治理 培育 转移 使用 接待 引进 种植 发行 融资 登记 调查".split()
)
_TRAILING = frozenset("建设 改造 升级 修复 治理 整治 新建 提升 工作 相关 有关 等 任务".split())
_DEEDS = frozenset(
    """改扩建 新改扩建 新改建 改建 扩建 新扩建 关闭 收集 解决 共收集 上市 盘活 化解 拨付 下达 到位 使用 免除 减免 减税 退税 撬动 拉动 节约 处理 移送 追回 挽回 收缴 查封 抓获 破获 打掉 摧毁 出动 调解 接听 接收 接访 受理 登记 发现 整改 销号 选派 选聘 招聘 招录 引育 评定 授予 表彰 奖励 晋升 提拔 调整 轮岗 交流 讨论 审议 听取 视察 检查 督办 转办 交办 报送 上报 编发 刊发 印发 采用 采纳 批示 被 作了 作出 发表 举行 参与 组织开展 走访 看望 慰问 捐款 捐赠 捐助 投放 发行 出版 拍摄 制作 安装 铺设 疏浚 清淤 加固 新开 续建 开通 运行 投运 竣工 完工 交付 交房 分配 发放 安置 搬迁 输送 接待 迎接 累计 举办 提出 建成 新建 改造 新增 培训 化解 处置 淘汰 查处 办理 发放 出台 完成 实现 开展 组织 形成 获 获评 获批 入选 成为 覆盖 惠及
    引进 签约 落户 开工 投产 建设 整治 组建 成立 设立 荣获 通过 投入 拆除 修复 治理 种植 创建 打造 推出 争取 达成 培育 认定 带动 吸引 作 出席 参加
    加入 取得 开行 淘汰 更新 安排 落实 制定 修订 推进 实施 推动 支持 建立 生产 进入 评为 列入 开通 运营 通车 通航""".split()
)


def _before(
    body: str, start: int, end: int, draft: Draft, floor: int, away: bool = False
) -> tuple[str, str | None]:
    """The noun phrase nearest before the number and the verb before that."""
    text = body[start:end].rstrip()
    reached = _REACHED.search(text)
    if reached is not None:
        text = text[: reached.start()]
    if text[-1:] in "）)" and (opened := max(text.rfind("（"), text.rfind("("))) >= 0:
        text = text[:opened]
    cut = max(text.rfind(mark) for mark in "；;。")
    text = text[cut + 1 :]
    words = tag(text)
    at = len(words) - 1
    action: str | None = None
    while at >= 0 and (
        words[at][0] in _LINKS
        or words[at][1] in ("d", "p", "uj", "ul", "c", "u", "m", "r", "t", "f", "ud", "k", "y")
    ):
        if (
            words[at][1] in ("v", "vn")
            and action is None
            and words[at][0] not in ("是", "有", "在", "到", "至", "为")
        ):
            action = words[at][0]
        at -= 1
    at = _into_quotes(words, at)
    if (
        at < 0 and start > floor and body[start - 2 : start - 1] not in _ADVERBIAL_ENDS
    ):  # 覆盖率,由65%提高到91%: the subject stands in the clause before
        return _before(body, max(floor, start - _REACH), start - 1, draft, start, away=True)
    taken: list[tuple[str, str]] = []
    while at >= 0:
        word, flag = words[at]
        if flag == "x":
            if word in '“”"' and taken and at > 0 and words[at - 1][1] != "x":
                break
            if word in '“”"）)（(' and not taken:
                at -= 1
                continue
            break
        deeper = words[at - 1] if at else ("", "")
        if flag == "f" and taken and word == "以上":
            taken.append((word, flag))
            at -= 1
            continue
        if _is_deed(word) and not (
            word in _DEED_NOUNS and taken and taken[-1][0].endswith(_CARRIERS) and _is_noun(*deeper)
        ):
            break
        if not taken and flag[:1] == "v" and len(word) > 1 and not away:
            taken.append((word, flag))  # an unknown word: the dictionary tags it as a verb
        elif _is_noun(word, flag):
            taken.append((word, flag))
        elif flag == "v" and taken and _is_noun(*deeper) and not _is_deed(deeper[0]):
            taken.append((word, flag))
        else:
            break
        at -= 1
    for word, flag in reversed(words[: at + 1]):
        if flag[0] == "v" and word not in ("是", "有", "为", "在"):
            action = word if action is None or action in _LINKS and draft.dimension == "count" else action
            break
        if flag == "x":
            break
    taken.reverse()
    return _short(taken), action


def _into_quotes(words: Tagged, at: int) -> int:
    """Step over the closing quotation mark of 举办“微协商”20余次."""
    while at >= 0 and words[at][1] == "x" and words[at][0] in '”"》）)':
        at -= 1
    return at


def _short(taken: list[tuple[str, str]]) -> str:
    """The phrase without words that only lead up to it, of at most four words."""
    while len(taken) > 1 and taken[0][0] in _LEADING:
        taken = taken[1:]
    if len(taken) > 1 and taken[-1][0] == "报告" and taken[-2][0] == "成果":
        taken = taken[:-1]  # a paper that carries results is named by the results
    while len(taken) > 1 and (
        taken[-1][0] in _LEADING or taken[-1][0] in _TRAILING or taken[-1][1] in ("a", "ad", "d")
    ):
        taken = taken[:-1]
    return "".join(word for word, _ in taken[-4:])
