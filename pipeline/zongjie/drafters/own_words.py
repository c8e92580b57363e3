"""The words by which one matter is told from another: no set words of the genre, none of every matter."""

from functools import lru_cache

from zongjie.comparing.similarity import content_words

_SHARED = (
    "经济 发展 建设 体系 现代化 社会 政府 工作 能力 水平 质量 机制 管理 服务 领域 重点 "
    "高质量 全面 推进 重大 国家 地区 体制 制度 方面 问题 行动 作用 优势 项目 资源 政策 "
    "落实 工程 任务 保障 加强 提升 改革 综合 结构 基础 活动 开展 组织 市场 干部 群众 "
    "人民 企业 产业 经营 城市 农村 生产 安全 环境 情况 收入 增长 人员 "
)
COMMON = frozenset(_SHARED.split())  # words that two matters may share without being one


@lru_cache(maxsize=8192)
def own_words(words: str) -> frozenset[str]:
    """The words of their own: two characters or more, not in ``COMMON``.

    >>> sorted(own_words("加强委员工作室建设"))
    ['委员', '工作室']
    """
    return frozenset(word for word in content_words(words) if word not in COMMON)
