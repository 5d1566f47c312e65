"""The HTML page in a real browser: no error, no request to anywhere, filter and sort, dark, narrow and print."""

import os
from collections.abc import Iterator

import pytest

from db.export import Export, write_table
from tests.db.report.chromium import NAMES, Browser, browser, path_of_chromium
from tests.db.report.telling import told

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(path_of_chromium() is None, reason=f"no Chromium here: none of {', '.join(NAMES)} is installed"),
]

_SHOWN = "Array.from(document.querySelectorAll('main tbody tr')).filter(row => row.offsetParent !== null)"
_CONTRAST = """
(() => {
  const channel = value => (value /= 255, value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => { const [r, g, b] = parse(colour).map(channel); return 0.2126*r + 0.7152*g + 0.0722*b; };
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (parse(colour)[3] !== 0) { return colour; }
    }
    return 'rgb(255, 255, 255)';
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = Array.from(element.childNodes).some(node => node.nodeType === 3 && node.data.trim());
    if (!own || element.closest('svg, script, .skip') || element.offsetParent === null) { continue; }
    const one = light(getComputedStyle(element).color), other = light(ground(element));
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (ratio < 4.5) { low.push([element.className || element.tagName, ratio]); }
  }
  return low;
})()
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("page")
    with told(folder / "kursk.db") as review:
        write_table(review, Export("html", folder / "report.html", all_states=True, publisher_name="The Desk"))
    return (folder / "report.html").as_uri()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = path_of_chromium()
    assert chromium is not None
    with browser(chromium, tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def opened(started: Browser, address: str) -> Browser:
    started.send("Emulation.clearDeviceMetricsOverride")
    started.send("Emulation.setEmulatedMedia", media="", features=[])
    started.open(address)
    return started


def _type(page: Browser, words: str) -> None:
    page.run("document.getElementById('find').value = ''; document.getElementById('find').focus()")
    page.send("Input.insertText", text=words)


def test_nothing_is_asked_of_any_network_and_no_error_is_told(opened: Browser, address: str) -> None:
    opened.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    asked = [event["request"]["url"] for event in opened.told("Network.requestWillBeSent")]
    assert {url for url in asked if not url.startswith("data:image/svg+xml,")} == {address}
    assert not opened.told("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")


def test_words_and_verdicts_filter_the_figures(opened: Browser) -> None:
    whole = opened.run(f"{_SHOWN}.length")
    _type(opened, "engineers mara")
    texts = opened.run(f"{_SHOWN}.map(row => row.textContent)")
    assert 0 < len(texts) < whole and all("Mara Ellwood" in text and "engineers" in text for text in texts)
    assert opened.run("document.getElementById('found').textContent") == f"{len(texts)} of {whole} figures"
    opened.run("document.querySelector('button[type=reset]').click()")
    opened.run("new Promise(done => setTimeout(done, 0))")
    assert opened.run(f"{_SHOWN}.length") == whole and opened.run("document.getElementById('found').textContent") == ""
    for state in ("unreviewed", "disputed", "misreported", "dismissed"):
        opened.run(f"document.querySelector('input[value={state}]').click()")
    states = opened.run(f"{_SHOWN}.map(row => row.dataset.state)")
    assert states and set(states) == {"confirmed"}
    _type(opened, "no such word")
    assert opened.run(f"{_SHOWN}.length") == 0
    assert opened.run("document.getElementById('none').offsetParent !== null") is True


def test_a_click_on_a_head_sorts_and_another_turns_it_round(opened: Browser) -> None:
    table = "document.querySelector('main table')"
    numbers = f"Array.from({table}.tBodies[0].rows, row => Number(row.children[0].dataset.key))"
    head = f"{table}.tHead.rows[0].children[0]"
    before = opened.run(numbers)
    opened.run(f"{head}.querySelector('button').click()")
    assert opened.run(numbers) == sorted(before) != before
    assert opened.run(f"{head}.getAttribute('aria-sort')") == "ascending"
    opened.run(f"{head}.querySelector('button').click()")
    assert opened.run(numbers) == sorted(before, reverse=True)
    assert opened.run(f"{head}.getAttribute('aria-sort')") == "descending"
    opened.run(f"{table}.tHead.rows[0].children[1].querySelector('button').click()")
    assert opened.run(f"{head}.hasAttribute('aria-sort')") is False


def test_a_link_to_a_figure_that_is_hidden_shows_it(opened: Browser) -> None:
    name = opened.run(f"{_SHOWN}[0].id")
    _type(opened, "no such word")
    opened.run(f"location.hash = '#{name}'")
    opened.run("new Promise(done => setTimeout(done, 50))")
    assert opened.run(f"document.getElementById('{name}').offsetParent !== null") is True


def test_the_keyboard_reaches_everything(opened: Browser) -> None:
    order = []
    for _ in range(40):
        for kind in ("keyDown", "keyUp"):
            opened.send("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        order.append(opened.run("[document.activeElement.tagName, document.activeElement.className]"))
    assert order[0] == ["A", "skip"]
    assert ["INPUT", ""] in order and ["BUTTON", ""] in order


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast_enough(opened: Browser, scheme: str) -> None:
    opened.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    assert opened.run(_CONTRAST) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_width_makes_the_page_scroll_sideways(opened: Browser, width: int) -> None:
    opened.send("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=True)
    assert opened.run("document.documentElement.scrollWidth") == width


def test_without_script_the_page_is_whole_and_offers_nothing_that_does_not_work(started: Browser, address: str) -> None:
    started.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        started.open(address)
        tree = started.send("DOM.getDocument", depth=-1)["root"]["nodeId"]
        shown = started.send("DOM.querySelectorAll", nodeId=tree, selector="main tbody tr")["nodeIds"]
        buttons = started.send("DOM.querySelectorAll", nodeId=tree, selector="th button")["nodeIds"]
        hidden = started.send("DOM.querySelectorAll", nodeId=tree, selector="#tools[hidden]")["nodeIds"]
    finally:
        started.send("Emulation.setScriptExecutionDisabled", value=False)
    assert len(shown) > 20 and not buttons and len(hidden) == 1


def test_on_paper_there_are_tables_and_no_tools(opened: Browser) -> None:
    opened.send("Emulation.setEmulatedMedia", media="print")
    opened.send("Emulation.setDeviceMetricsOverride", width=720, height=1000, deviceScaleFactor=1, mobile=False)
    assert opened.run("getComputedStyle(document.getElementById('tools')).display") == "none"
    assert opened.run("getComputedStyle(document.querySelector('main tbody tr')).display") == "table-row"
    assert opened.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(opened.send("Page.printToPDF")["data"]) > os.path.getsize(__file__)
