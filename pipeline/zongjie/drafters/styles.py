"""Who does things, before whom they answer and whom they serve, by kind of organisation.

A body's own meeting or unit is named only where the report names it; else a general word.
"""

from dataclasses import dataclass

from zongjie.document import Analysis


@dataclass(frozen=True, slots=True)
class Style:
    """``lead`` answers for a task, ``unit`` carries it out, ``forum`` hears of it, ``people`` judge it."""

    lead: str
    unit: str
    forum: str
    people: str
    rhythm: str
    project: bool = False
    kind: str = "unknown"


DEBATING = ("consultative", "congress")  # bodies whose business is to deliberate
_Named = tuple[tuple[str, ...], str]
# kind → candidates and fallback for lead, unit, forum, people
_KINDS: dict[str, tuple[_Named, _Named, _Named, _Named]] = {
    "government": (
        (("牵头部门",), "牵头部门"), (("责任部门", "责任单位"), "责任单位"),
        (("政府常务会议", "常务会议", "政府全体会议"), "工作例会"), (("群众", "市民"), "群众"),
    ),
    "congress": (
        (("专门委员会", "专委会"), "牵头委室"), (("承办单位",), "承办单位"),
        (("主任会议", "常委会会议"), "工作例会"), (("代表",), "代表"),
    ),
    "consultative": (
        (("专门委员会", "专委会"), "牵头委室"), (("承办部门", "承办单位"), "承办单位"),
        (("主席会议", "常委会会议", "党组会议"), "工作例会"), (("委员",), "委员"),
    ),
    "court": (
        (("院领导",), "分管领导"), (("业务庭室", "业务庭"), "责任庭室"),
        (("审判委员会", "党组会议"), "工作例会"), (("当事人", "群众"), "群众"),
    ),
    "procuratorate": (
        (("院领导",), "分管领导"), (("业务部门",), "责任部门"),
        (("检察委员会", "党组会议"), "工作例会"), (("群众",), "群众"),
    ),
    "department": (
        (("分管领导", "分管负责同志"), "牵头科室"), (("业务科室", "业务处室"), "责任科室"),
        (("党组会议", "局党组会", "局务会", "局长办公会"), "工作例会"), (("服务对象", "群众"), "服务对象"),
    ),
    "discipline": (
        (("牵头部门",), "牵头部门"), (("派驻机构",), "责任单位"),
        (("常委会会议", "全体会议", "党组会议"), "工作例会"), (("群众",), "群众"),
    ),
    "township": (
        (("包村干部", "分管领导"), "分管领导"), (("村委会", "站所"), "责任站所"),
        (("党委会议", "镇长办公会"), "工作例会"), (("群众", "村民"), "群众"),
    ),
    "enterprise": (
        (("分管领导", "事业部"), "牵头部门"), (("项目部", "责任部门"), "责任部门"),
        (("经理办公会", "生产例会", "办公会", "董事会"), "经营例会"), (("客户", "职工", "员工"), "员工"),
    ),
    "school": (
        (("年级组", "教研组", "学科组"), "责任处室"), (("备课组", "班主任"), "任课教师"),
        (("校长办公会", "校务会", "行政例会"), "行政例会"), (("家长", "学生", "师生"), "师生"),
    ),
    "hospital": (
        (("科主任", "医务科", "医务部"), "职能科室"), (("临床科室",), "临床科室"),
        (("院长办公会", "院务会", "院周会"), "院务例会"), (("患者", "病人"), "患者"),
    ),
    "personal": (
        (("本人",), "本人"), (("同事", "团队"), "协办同事"),
        (("部门例会", "例会"), "部门例会"), (("学生", "患者", "病人", "客户", "群众"), "服务对象"),
    ),
    "project": (
        (("项目负责人", "组长", "维护者"), "项目负责人"), (("实习生", "志愿者", "开发者"), "参与人员"),
        (("例会", "月报", "双周会"), "进展通报"), (("社区", "用户", "上游"), "用户"),
    ),
    "unknown": (
        (("牵头部门",), "负责人"), (("责任单位",), "承办人员"),
        (("例会",), "工作例会"), (("群众", "服务对象"), "服务对象"),
    ),
}  # fmt: skip
_PROJECT = ("开源", "GitHub", "github", "仓库", "编译器", "代码")


def style_of(analysis: Analysis) -> Style:
    """The style of the report's organisation, with names that stand in the report."""
    kind, body = analysis.profile.kind, analysis.body
    name = f"{analysis.profile.organisation or ''}{analysis.profile.title or ''}"
    if kind in ("unknown", "department", "enterprise", "plan"):
        if "纪委" in name or "纪律检查" in name:
            kind_key = "discipline"
        elif "个人" in name or "述职" in name:
            kind_key = "personal"
        elif sum(body.count(word, 0, 20_000) for word in _PROJECT) >= 6:
            kind_key = "project"
        else:
            kind_key = kind if kind in _KINDS else "unknown"
    else:
        kind_key = kind
    lead, unit, forum, people = (_named(one, body) for one in _KINDS[kind_key])
    if kind_key == "personal":
        people = max(_KINDS[kind_key][3][0], key=body.count) if people != _KINDS[kind_key][3][1] else people
    return Style(lead, unit, forum, people, _RHYTHM.get(kind_key, "按季"), kind_key == "project", kind_key)


_RHYTHM = {"project": "按月", "enterprise": "按月", "personal": "按月", "school": "按月", "hospital": "按月"}


def _named(one: _Named, body: str) -> str:
    candidates, fallback = one
    return next((name for name in candidates if name in body), fallback)
