"""Sentences that hold one fault each, marked with ⟦ ⟧; figures and names are drawn by chance."""

from random import Random

from zongjie.benchmarks.faults.planted import Make
from zongjie.benchmarks.faults.planted import made_of as _of


def _sum(random: Random) -> str:
    b, c = random.randint(20, 60), random.randint(20, 60)
    total = b + c - random.randint(3, 15)
    noun = random.choice(["项目", "案件", "隐患"])
    return f"全年共办理{noun}⟦{total}件⟧，其中甲类{b}件、乙类{c}件。"


def _share(random: Random) -> str:
    whole, part = random.randint(200, 400), random.randint(100, 190)
    wrong = round(part / whole * 100) + random.choice([-9, -6, 5, 8])
    return f"全年收到群众来信{whole}件，办结{part}件，办结率⟦{wrong}%⟧。"


def _growth(random: Random) -> str:
    base = random.randint(200, 400)
    level = base + random.randint(40, 90)
    wrong = round((level - base) / base * 100) + random.choice([-7, 6, 9])
    return f"合作社年销售额由{base}万元增加到{level}万元，增长⟦{wrong}%⟧。"


def _points(random: Random) -> str:
    base = random.randint(40, 70)
    rise = random.randint(4, 20)
    return f"农村卫生厕所普及率由{base}%提高到{base + rise}%，提高⟦{rise}%⟧。"


def _rank(random: Random) -> str:
    number = random.randint(6, 12)
    return f"综合考评居⟦全市{number}个县区第{number + random.randint(1, 4)}位⟧。"


def _target(random: Random) -> str:
    done = random.randint(20, 60)
    return f"厕所改造目标任务{done + random.randint(2, 9)}座，完成⟦{done}座⟧，超额完成任务。"


SENTENCES: dict[str, Make] = {
    "NM02": _sum,
    "NM03": _share,
    "NM04": _growth,
    "NM05": _points,
    "NM06": _of("群众投诉量比上年⟦下降{n}倍⟧。", "窗口等候时间⟦减少{n}倍⟧。", "运行费用⟦降低{n}倍⟧。"),
    "NM07": _of("⟦近{a}0余人⟧参加了集中培训。", "培育家庭农场⟦约{a}家左右⟧。", "开展巡查⟦至少{a}次以上⟧。"),
    "NM09": _of("群众⟦满意率达到10{n}%⟧。", "食品抽检⟦合格率为10{n}%⟧。", "来信⟦办结率达到10{n}.{n}%⟧。"),
    "NM10": _rank,
    "NM13": _of("亩均增收⟦{a}~{b}%⟧，农户普遍受益。", "每个示范点投入⟦{a}—{b}万元⟧。"),
    "NM14": _of("发放宣传手册⟦{n}千⟧份。", "组织志愿者⟦{n}百⟧人参与清扫。"),
    "NM17": _target,
    "ID02": _of("年初召开了⟦区县卫健局⟧班子会议研究落实。", "年内完成了⟦县市教育局⟧党组换届。"),
    "ID04": _of(
        "先后赴⟦四川省昆明市⟧学习先进做法。",
        "先后赴⟦浙江省合肥市⟧开展招商。",
        "组团赴⟦湖北省长沙市⟧对接项目。",
        "邀请⟦陕西省兰州市⟧客商来访。",
        "赴⟦山东省郑州市⟧参加展会。",
    ),
    "ST05": _of(
        "主要做法：一是建强队伍，充实一线力量；⟦三是⟧完善制度，修订操作规程；四是加强督查，跟踪问效。",
        "具体来看：一是摸清底数，逐户登记；⟦三是⟧分类帮扶，一户一策。",
    ),
    "RS01": _of("与⟦XX局⟧联合开展了执法检查。", "走访⟦某某⟧企业帮助解决用工难题。", "新建站点⟦____⟧个。"),
    "RS03": _of("栽植⟦20XX棵⟧苗木。", "争取资金⟦x.{n}万元⟧用于管网改造。", "投入资金⟦1x{n}万元⟧。"),
    "RS05": _of("⟦作为人工智能助手⟧，我无法提供更具体的数据。", "⟦希望以上内容对您有帮助⟧。"),
    "RS06": _of("培训群众{a}场⟦（此处请办公室补数）⟧。", "新增就业{b}人，⟦数据待核⟧。"),
    "PU03": _of("修订了《值班规定》⟦、⟧《巡查办法》等制度。"),
    "PU04": _of("⟦首先、⟧抓好了组织领导。", "⟦其次、⟧压实了责任。"),
    "PU05": _of("建成了一批便民设施⟦...⟧", "涌现出一批先进典型⟦。。。⟧"),
    "PU06": _of("该规划实施期为⟦2023-2025年⟧。", "每月开展巡查⟦3-5⟧次。"),
    "PU08": _of("印发⟦《关于转发《值班巡查办法》的通知》⟧。"),
    "PU09": _of("印发实施意见（⟦甲政发[2025]0{n}号⟧）。", "下发了⟦甲政办发（2025）第{n}号⟧文件。"),
    "PU12": _of("深入开展⟦《平安家园》⟧活动。", "实施⟦《绿色照明》⟧工程。"),
    "WD01": _of(
        "广大干部⟦再接再励⟧，圆满完成各项任务。",
        "我们⟦一如继往⟧做好服务保障。",
        "面对困难⟦迫不急待⟧地主动请缨。",
        "技能人才⟦人才汲汲⟧的局面初步形成。",
        "车流⟦穿流不息⟧的路段全部设岗。",
    ),
    "WD02": _of("⟦截止⟧6月底，完成投资{n}亿元。", "代表们⟦反应⟧问题{a}件。", "规范⟦权利⟧运行流程{n}项。"),
    "WD03": _of("改革⟦涉及到⟧{n}个部门。", "开展集中培训⟦目的是为了⟧提高服务水平。"),
    "WD05": _of(
        "全年新引进⟦企业{a}名⟧。",
        "新开工⟦项目{n}人次⟧。",
        "节前走访慰问⟦困难职工{b}项⟧。",
        "选派⟦干部{a}座⟧。",
    ),
    "PU10": _of(
        "一是健全机制⟦；⟧二是充实队伍。新招录{a}人；三是强化督导。",
        "一是摸清底数⟦；⟧二是逐户建档。建立台账{b}份；三是定期回访；四是对账销号。",
    ),
    "WD07": _of("⟦本人⟧认为这项工作取得了较好成效。", "⟦我个人⟧感到差距仍然不小。"),
}

PLANS: dict[str, Make] = {
    "ST04": _of(
        "重点抓好⟦以下四个方面工作⟧：一是练强队伍，组织技能比武；二是备足物资，更新抢险器材；"
        "三是完善预案，开展联合演练。",
        "着力做好⟦以下三项工作⟧：一是摸清底数，逐户登记；二是分类帮扶，一户一策。",
    ),
}
"""Sentences that belong into a plan."""
