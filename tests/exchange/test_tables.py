"""What a cell of a table holds, where no sheet shows it by itself."""

import pytest

from appraiser.domain.board_paper import BoardPaper
from appraiser.domain.fields import specs
from appraiser.exchange.tables import cell_value


@pytest.mark.parametrize(("held", "said"), [("iVBORw0KGgo=", "A picture"), ("", "")])
def test_a_picture_is_said_to_be_there_and_not_written_out(held, said):
    assert cell_value(specs(BoardPaper)["logo"], held, {}) == said
