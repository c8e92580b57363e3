"""WD04 · Characters of the traditional script in a text of simplified ones.

What it flags
    發展, 會議, 經濟 in a report that is otherwise in simplified characters. One finding a document,
    with the count.

Why it matters
    It comes of pasting or of a converter that missed some, and no search will find the word again.

Flagged
    推动经济高质量發展。

Accepted
    A report in traditional characters throughout; a web page's 繁體中文; characters that simplified
    texts use too in names (乾, 於, 餘, 昇, 甯, 鍾, 徵 …) or brands (龍, 號, 環, 來): not on the list.

Known misses
    Characters that are not among the 300 of the list.

Source
    The list of simplified characters (简化字总表, 1986); checks.tsv WD04.
"""

import re
from collections.abc import Iterator

from zongjie.checks.base import Alarm, Check
from zongjie.checks.looking import holds_any
from zongjie.checks.residue.places import one_alarm
from zongjie.document import Analysis
from zongjie.settings import Settings

CHECK = Check(
    code="WD04",
    name="traditional-mix",
    title="繁简混用",
    severity="warning",
    flagged=("甲山县发改局2024年工作总结\n推动⟦經濟⟧高质量发展，新开工项目45个，落实责任到人。\n",),
    accepted=(
        "甲山縣發改局2024年工作總結\n推動經濟高質量發展，新開工項目45個，落實責任到人。\n",
        "甲山县发改局2024年工作总结\n走访乾隆年间古建筑3处，采购钟鍾牌设备2台。\n",
    ),
    about="简体文章里夹了繁体字，多半是从别处粘贴来的。整篇繁体的不报，人名地名常用的字不查。",
)

# 國→国 and the like: common characters whose simplified form is another one and that have no use in
# simplified texts; those of names and brands (乾 於 餘 昇 鍾 徵 龍 號 …) are left out
_TRADITIONAL = (
    "國發會經濟個這時們說對為產業務開關學員書長門問間電車東馬風無點萬與專義書習鄉雲億僅從眾優傳傷價儀兒"
    "兩嚴喪臨舉亂爭虧亞産親網體勞勢動辦協單賣衛廳歷壓厲廠縣參雙變嘆響啟員團園圍圖場壞塊堅壇報執"
    "擴掃揚換據損搖擁攝斷曆術機殺雜權條極構標樣橋檢樓歡歲歸殘決況凍淨準減測湧渾漁滅滿潔潛澤濃災爐熱愛"
    "狀獨獲現畫療確礎礦種稱穩窮競筆籌糧納級紀約紅純紙紋線練組細織終結給絡統絕綠維綱網緊緒總績繼續"
    "羅職聯聽聲肅腦臺葉蘇藝範茲處衝裝補複見規視覽觀覺觸討讓訓議記講許論設訪證評識詞試話該詳語調請諸諾謀謝"
    "譯護譽豬貝負財責貨質販貧購貫費賀資賦賴贊趙躍跡軌軍轉輪軟輕載較輔輛輸邊達遷過運還進遠違連遲適選遺"
    "鄧鄭釋鋼錢鐵鏈銷鎮錄鍵閉闊隊陽陰階際陸陳險隨隱難順須頑頓預領頻題額顯飛飯館駐驗騙魚鮮鳥麥黨齊齡"
)
_RUN = re.compile(f"[{''.join(sorted(set(_TRADITIONAL)))}]+")
_MOST = 0.02  # of all characters: more are a text in traditional characters, or quotations from one


def find(analysis: Analysis, settings: Settings) -> Iterator[Alarm]:
    """One alarm a document."""
    body = analysis.body
    if not holds_any(body, _TRADITIONAL):
        return
    places = [
        found.span() for found in _RUN.finditer(body) if body[found.start() - 1 : found.start()] != "繁"
    ]
    number = sum(end - start for start, end in places)
    if not places or number > max(3, _MOST * len(body)):
        return
    words = body[slice(*places[0])]
    yield one_alarm(
        places,
        f"简体文章里夹了繁体字“{words}”，共 {{count}} 处。请改为简体。",
        f"“{words}” is written in traditional characters in a simplified text, {{count}} in all.",
        evidence={"characters": number},
        caveat=("人名、商号、古籍引文可用原字。", "Names and quotations may keep their form."),
    )
