"""The regular expressions that the number expressions of a report are found with.

They are matched only where a run of digits or numeral signs begins, and every part is bounded
or a single character class, so that the scan is linear in the length of the text. ``SHAPED``
knows what has a shape of its own (dates, sessions, shares, versions …): each alternative is a
named group, and ``Match.lastgroup`` tells which was found. ``NUMERAL`` is a plain numeral; the
unit after it is looked up in the table of units, not matched.
"""

import re

from zongjie.extractors.quantities.words import word_set

HAN = "〇零○一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟廿卅兩貳參陸俩倆"
SCALE = "万亿萬億"
_AFTER_ONE = (
    "个個项項件条條次份张套组类种批家所座名位篇支部场轮期年天月日户人台级届倍成代架艘辆把折员只隻块塊双雙"
    "枚号公亩元吨斤米小打毛"
    "季分点點是要至到余又半，。；、.．:：)） \\u3000—–―~～－-"
)
_AFTER_ONE = "".join(sorted({words[1] for words in word_set("slogans") if words[0] == "一"})) + _AFTER_ONE
_AFTER_QUOTED_ONE = '[号网窗门站刻线码链户村镇企院校库图体圈核区带轴心”"’」]'
_PAIR = "对(?![一二三四五多接比标应照口外此于])"
START = re.compile(
    rf"[0-9０-９{HAN}半几幾数數{SCALE}第前翻对對xX×A-Z]"
    rf"(?:(?<=[0-9０-９])[0-9０-９]*"
    rf"|(?<=一)(?:[{HAN}半几幾数數{SCALE}]+|(?=[{_AFTER_ONE}]|.[一两]|{_PAIR})"
    rf"|(?<=[是为]一)(?=[这却])|(?<=一)(?<![\s\S]一)(?![\s\S])"
    rf"|(?<=[“\"‘「]一)(?={_AFTER_QUOTED_ONE})"
    r"|(?<=[“\"‘「.．、】 \]\n]一)(?=[^\W\d_一]{1,3}[、，]?[二两三四五六七八九十]))"
    rf"|(?<=[{HAN}半几幾{SCALE}])(?<!一)[{HAN}半几幾数數{SCALE}]*"
    rf"|(?<=[数數])(?=[十百千万亿])[{HAN}半几幾数數{SCALE}]*"
    rf"|(?<=第)(?=[ ]?[0-9０-９{HAN}])|(?<=前)(?=[0-9{HAN}])|(?<=翻)(?=[了]?[一两二三四五六\d])"
    r"|(?<=打[对對])(?=折)"
    r"|(?<=[xX×])(?=[xX×]|[.．]\d)|(?<=[A-Z])(?=[O0]{2}余))"
)
"""Where a number expression may begin."""

_D = "[0-9０-９]"
_GROUPS = "[０-９]{1,3}(?:，[０-９]{3})+(?![０-９，])"
_ARABIC = (
    rf"(?:{_GROUPS}|\d{{1,3}}(?:，\d{{3}})+(?![\d，.])"
    rf"|{_D}{{1,3}}(?:,\d{{3}})+(?![\d,])(?:[.．]{_D}+)?|{_D}+(?:[.．]{_D}+)?)"
)
_MORE = "(?:[余几幾]|多(?![样种]|元[化文投主融经共格结]))"
_PLACE = rf"(?:[ ]?[余多来几]?[ ]?(?:[百千](?![瓦米克伏焦卡乏赫帕字])|[{SCALE}])(?!分[点之]))"
_REST = (
    r"(?:[ ]?零?\d{1,4}[ ]?(?:[千百][万萬亿億]|[万萬千百亿億])(?![瓦米克伏])){0,3}"
    r"(?:零\d{1,4}|(?<=[万萬])(?:\d{4}(?![\d年])|[1-9](?![^，。；、\n])))?"
)
_CLAUSE_ENDS = r"(?![^，。；、！？）)\s])"
_HUNDRED_MILLIONS = rf"[个個]多?[亿億]{_CLAUSE_ENDS}"  # 3.5个亿; 3个亿元企业 counts businesses
_LETTER = "[ ]?[kｋＫ](?<![^0-9０-９.．][248]k)(?![A-Za-z0-9金])"  # 40k; 4k is a screen, 24k金 gold
_NUM_ARABIC = rf"{_ARABIC}(?:{_PLACE}{{1,3}}{_REST}|{_HUNDRED_MILLIONS}|{_LETTER})?(?:[ ]?{_MORE})?"
_KILO = "千[瓦米克伏焦乏赫帕]"
_NO_PLACE = f"{_KILO}|百分[位点點]|[点點][两兩]"
_POINT_APART = "[点點][ ](?=[一二三四五六七八九]{1,3}[个個]?百分[点點])"
_NUM_HAN = (
    rf"(?:[几幾数數](?=[十百千万亿])|(?=[几幾][个所家项件次名位条座种])|(?=[{HAN}半{SCALE}]))"
    rf"(?:半百?(?!年)|[几幾](?=[个所家项件次名位条座种])"
    rf"|[{HAN}{SCALE}](?:(?:(?!{_NO_PLACE})[{HAN}{SCALE}余多几幾点點]|兆(?=[{HAN}])|来(?=[万萬])|{_POINT_APART})*"
    rf"(?!{_NO_PLACE})[{HAN}{SCALE}])?(?:{_HUNDRED_MILLIONS})?)"
    rf"(?:{_MORE}|来(?=[个名位家年天次人户岁里块斤亩元]))?"
)
NUM = rf"(?:{_NUM_ARABIC}|{_NUM_HAN})"
_APART = "(?:[ ](?:[点點][〇零一二三四五六七八九]{1,4}|十(?![^，。；、的])))?"  # 百分之一 点五
_TO = "(?:[—–―\\-－~～至到]{1,2})"
_SMALL = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:1[89]|2[01])\d\d|[１２][８９０]\d\d|[一二][〇零○O０一二三四五六七八九]{3})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_FIVE_YEARS = "第[一二三四五六七八九十]{1,2}个五年"

SHAPED = re.compile(
    rf"""
  (?P<date>
    {_YEAR}年?[、和]{_YEAR}两年 |
    {_YEAR}(?:[ ]?{_TO}{_YEAR})?[ ]?(?:年(?!产|均|度?(?:人均|GDP))(?:度|代)?|学年)
      (?:{_MONTH}月(?:{_DAY}[日号]|[底初末份]|[上中下]旬)?|[底初末](?!期))?
      (?:{_TO}(?:{_MONTH}月(?:{_DAY}[日号]|[底初末份])?|{_DAY}[日号]))?
  | {_FIVE_YEARS}(?!计划|规划)
  | {_YEAR}(?P<sep>[-./])(?:1[0-2]|0?[1-9])(?:(?P=sep){_DAY})?(?![\d.万亿%])
  | {_MONTH}(?:[、至到—\-~～]{_MONTH})?[ ]?月(?!均|亮)(?:{_DAY}[日号]|[底初末份]|[上中下]旬)?
      (?:{_TO}(?:{_MONTH}月?(?:{_DAY}[日号]|[底初末份])?|{_DAY}[日号]))?
  | {_DAY}日(?![均产益夜处供照])
  | (?:前|第)?[一二三四1-4](?:[、至到—\-][二三四2-4])?季度
  | (?:[二三四五六七八九]十|[2-9]0)年代
  | (?:[0-2]?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)
  )
| (?P<plan_name>
    {_FIVE_YEARS}(?=计划|规划) |
    十[一二三四五六]五(?![一二三四五六七八九十个万亿千百年])
  | (?<=[“"'「])[一二三四五六七八九十]五(?=[”"'」]|规划|计划|时期)
  | [0-9]{{1,4}}(?:[+＋](?:[0-9]{{1,4}}|[NXnx]))+(?![%\d])
  )
| (?P<ordinal>
    (?P<session>{_SMALL}届(?:{_SMALL}[次中](?![全国]国|[、和]{_SMALL}[次中]))?)
  | {_SMALL}(?:中|次)(?=全会|[、和]{_SMALL}[中次](?:全会|[、和]))
  | (?P<congress>(?:十[一二三四五六七八九]?|二十|八|七|九)
      大(?=[以精报会召代上后前之的开胜、，。！和期”"'’]|[提作]出|确[立定])(?!会战))
  | 第[ ]?(?P<nth>{NUM})
  )
| (?P<front>前(?P<top>[三五十八六九四两二]|[一二三四五]?十[一二三四五六七八九]?|\d{{1,3}})
    (?P<top_unit>[位名强列])?
    (?![年个月季天次批期届大项条件种家款百千万多几周日轮任节代段半者所]))
| (?P<share>(?:(?P<whole>{NUM})[ ]?又[ ]?)?(?:[百千万]|(?P<bottom>{NUM}))[ ]{{0,2}}分[ ]{{0,2}}之[ ]{{0,2}}
    (?P<share_low>[负負]?{NUM}{_APART})(?:{_TO}(?:百分之)?(?P<share_high>{NUM}))?)
| (?P<fraction>(?:(?<![A-Za-z0-9])(?P<beside>\d{{1,4}})[ ])?
    (?P<top_term>{_D}{{1,4}})[/／](?P<bottom_term>{_D}{{1,4}})(?![/／0-9０-９年月%％]))
| (?P<power>(?P<base>{_D}{{1,20}}(?:[.．]{_D}{{1,20}})?)
    (?:[eEｅ](?P<tens>[+\-－]?{_D}{{1,2}})|\^(?P<exponent>[+\-]{{0,2}}\d{{1,2}}))(?![A-Za-z0-9]))
| (?P<double>翻了?(?P<times>[一二两三四五六\d])番)
| (?P<half>一半|半数|半折|(?<=打)[对對]折)
| (?P<masked>
    (?:[0-9]{{1,4}}[xX×＊*○〇]{{1,4}}|[0-9]{{1,3}}[OoQ]{{1,3}}[0-9]{{0,3}}(?![A-Za-z0-9])
      |[xX×]{{1,4}}[.．][0-9]+|[xX×]{{2,4}}|[A-Z][O0]{{2}})[余多]?[ ]?[{SCALE}]{{0,2}}
  )
| (?P<damaged>\d{{1,4}}
    (?:\.\.\d{{1,4}}|(?:\.\d{{1,4}}){{2,5}}(?=[{SCALE}%％元])|\.\d{{1,4}},\d{{1,2}}(?!\d)
    |(?!(?:,\d){{1,9}}(?![\d,]))(?:,\d{{1,3}}){{1,4}},\d{{1,3}}(?![\d,])(?<!,\d\d\d)
    |(?:,\d{{3}}){{0,3}},\d\d(?=[{SCALE}%％元])
    |(?:,\d{{1,3}}){{0,3}},\d\d(?:,\d{{1,3}}){{1,4}}(?![\d,]))
    [{SCALE}]{{0,2}})
| (?P<marked>\d{{1,3}}(?=[.．]\d{{1,3}}[+＋]))
| (?P<version>\d{{1,4}}(?:\\?\.\d{{1,4}}){{2,5}}(?![\d%万亿])
    |\d{{1,4}}\\\.\d{{1,4}}(?!\d)|\d{{1,2}}[·•]\d{{1,2}}(?!\d))
| (?P<spaced>(?=\d{{1,4}}[ ]?[ .．][ .．\d])
    (?P<spaced_num>\d{{1,3}}(?:[ ]\d{{3}}){{1,4}}(?!\d)(?:[.．]\d{{1,4}})?
      |\d(?:[ ]\d){{1,9}}(?:[ ]?[.．][ ]?\d(?:[ ]?\d){{0,3}})?
      |\d{{1,4}}(?:[ ][.．][ ]?|[.．][ ])\d{{1,4}})
    [ ]?(?P<spaced_scale>[{SCALE}])?)
| (?P<versus>[0-9.]{{1,8}}(?:[：:∶][0-9.]{{1,8}}){{1,3}}(?![0-9]))
""",
    re.VERBOSE,
)
NUMERAL = re.compile(NUM)
UP_TO = re.compile(rf"{_TO}({NUM})")
"""The upper end of a range, with the word or dash before it."""
