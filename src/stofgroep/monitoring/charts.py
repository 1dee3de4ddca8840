"""The charts of the overview as SVG: matplotlib without a screen, and with nothing that differs by run."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib import rc_context
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

# Okabe and Ito's colours, told apart by colour-blind readers, and hatches for who sees or prints no colour.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
_HATCHES = ("", "//", "..", "\\\\", "xx", "--", "++", "oo")
_STYLE: Any = {
    "svg.hashsalt": "stofgroep",  # ids in the picture depend on nothing but the picture
    "svg.fonttype": "none",  # text stays text: it can be read out, searched and copied
    "font.family": "sans-serif",
    "font.size": 10,
    "hatch.linewidth": 0.5,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def stacked_bars(
    bars: Sequence[str], parts: Mapping[str, Sequence[int]], count_label: str, description: str
) -> str:
    """One bar per half-year, a part per list or group, as an ``<svg>`` element.

    Parameters
    ----------
    bars : what stands under the bars
    parts : legend → one number per bar
    count_label : what the vertical axis counts
    description : what a reader who cannot see the picture is told
    """
    with rc_context(_STYLE):
        figure = Figure(figsize=(7.2, 3.2), layout="constrained")
        axes = figure.add_subplot()
        below = [0] * len(bars)
        for number, (name, values) in enumerate(parts.items()):
            axes.bar(
                bars,
                values,
                bottom=below,
                width=0.6,
                label=name,
                color=_COLOURS[number % len(_COLOURS)],
                hatch=_HATCHES[number % len(_HATCHES)],
                edgecolor="white",
            )
            below = [b + v for b, v in zip(below, values, strict=True)]
        axes.set_ylabel(count_label)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.margins(x=0.08)
        if parts:
            figure.legend(loc="outside right upper", frameon=False, reverse=True)
        return _svg(figure, description)


def _svg(figure: Figure, description: str) -> str:
    written = io.StringIO()
    FigureCanvasSVG(figure)
    metadata = {"Date": None, "Creator": None, "Title": description}
    figure.savefig(written, format="svg", metadata=metadata)
    text = written.getvalue()
    start = text.index("<svg")
    return re.sub(r"<svg ", '<svg role="img" ', text[start:], count=1)
