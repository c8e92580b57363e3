"""Ray and the pool give the same rows."""

from pathlib import Path

import pytest
from small_archive import Watched, run_over, tables

from zongjie.batch.limits import Limits
from zongjie.batch.ray_engine import ray_engine
from zongjie.batch.running import Options, pool_engine


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")
def test_ray_and_pool_give_the_same_rows_and_take_over_from_one_another(
    archive: Path, tmp_path: Path
) -> None:
    limits = Limits(seconds=60)
    run_over(archive, tmp_path / "pool", engine=pool_engine(2, limits))
    run_over(archive, tmp_path / "ray", Options(limit=3), engine=pool_engine(1, limits))
    watched = Watched()
    run_over(archive, tmp_path / "ray", engine=ray_engine(None, 1, limits), watched=watched)
    assert len(watched.outcomes) == 3
    assert tables(tmp_path / "ray") == tables(tmp_path / "pool")
