from figures.extract.draft import Draft
from figures.model import Figure
from tests.factories import make_document, make_figure


def test_a_finished_draft_is_a_figure_like_any_other() -> None:
    figure = make_figure(make_document(), "40 million")
    draft = Draft()
    for name in Figure.__slots__:
        setattr(draft, name, getattr(figure, name))
    finished = draft.finished()
    assert type(finished) is Figure and finished == figure and hash(finished) == hash(figure)
    assert set(Draft.__annotations__) == set(Figure.__slots__)
