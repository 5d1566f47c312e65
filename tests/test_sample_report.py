"""The sample report of the docs is what the program makes."""

from pathlib import Path

from tests.sample_report import SAMPLE, make


def test_the_sample_report_is_what_the_program_makes(tmp_path: Path) -> None:
    make(tmp_path / "report.html")
    assert (tmp_path / "report.html").read_bytes() == SAMPLE.read_bytes(), "make it anew: python -m tests.sample_report"
