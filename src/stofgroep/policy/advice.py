"""What to do about a fault of a draft: from what the loader says to a next step."""

from __future__ import annotations

import re
from difflib import get_close_matches

from stofgroep.wording import say

# the first that matches; the groups of a pattern fill the message
_ADVICE: tuple[tuple[str, str], ...] = (
    (r"unknown key; known here: (?P<known>.*)", "unknown-key"),
    (r"unknown term '(?P<wanted>[^']*)'; known: (?P<known>.*)", "unknown-term"),
    (r"unknown ring system '(?P<wanted>[^']*)'; known: (?P<known>.*)", "unknown-ring-system"),
    (r"unknown (site|slot|part|closure) '(?P<wanted>[^']*)'; known: (?P<known>.*)", "unknown-name"),
    (r"unknown reading; known: (?P<known>.*)", "unknown-reading"),
    (r"is no SMARTS that can be read: '(?P<pattern>.*)'", "bad-smarts"),
    (r"a pattern is one connected piece", "two-pieces"),
    (r"is no SMILES that can be read", "bad-smiles"),
    (r"is no valid TOML", "bad-toml"),
    (r"no definition '(?P<wanted>[^']*)' is known", "unknown-extends"),
    (r"nothing in the definition depends on this reading", "unused-reading"),
    (r"no rule names this term", "unused-term"),
    (r"no rule says what may fill it", "no-rule"),
    (r"more than one rule speaks of it", "two-rules"),
    (r"repeats and may not be empty", "repeats"),
    (r"no join connects", "no-join"),
    (r"is named by no slot", "unused-site"),
    (r"the pattern has no atom numbered (?P<number>\d+)", "no-such-atom"),
    (r"no site is given for the atoms numbered (?P<numbers>.*)", "no-site"),
    (r"hangs by a double bond", "double-bond"),
    (r"is not in the earlier list|is in the earlier list already", "list-change"),
    (r"the earlier definition has no|is not there to be dropped", "not-there"),
    (r"is not (a|an) .* as it is defined|is a .* as it is defined", "wrong-example"),
    (r"is missing", "missing"),
    (r"must be a str", "needs-quotes"),
    (r"must be a date", "needs-date"),
    (r"a range runs upwards", "bad-range"),
    (r"must be a number", "needs-number"),
    (r"overlaps|dates must run", "dates"),
)
_BRACKETS = {"(": ")", "[": "]"}
_MOST_KNOWN = 12


def advice(key: str, reason: str, lang: str) -> str:
    """The next step for one fault.

    Parameters
    ----------
    key : dotted path of the key
    reason : what the loader says of it
    lang : "nl" or "en"
    """
    for pattern, message in _ADVICE:
        match = re.match(rf".*?{pattern}", reason, re.DOTALL)
        if match is None:
            continue
        found = {name: value or "" for name, value in match.groupdict().items()}
        if message == "bad-smarts":
            return _of_pattern(found["pattern"], lang)
        if "known" in found:
            wanted = found.get("wanted", key.rsplit(".", 1)[-1])
            near = _nearest(wanted, found["known"].split(", "))
            if near:
                return say(lang, "policy.help-did-you-mean", near=near)
        found = {name: found[name] for name in ("wanted", "number", "numbers") if name in found}
        return say(lang, f"policy.help-{message}", key=key.rsplit(".", 1)[-1], **found)
    return say(lang, "policy.help-manual", key=key.rsplit(".", 1)[-1])


def _nearest(wanted: str, known: list[str]) -> str:
    """Known words that look like the one that was written."""
    bare = wanted.partition("<=")[0]
    return ", ".join(get_close_matches(bare, known, n=3, cutoff=0.6))


def _of_pattern(pattern: str, lang: str) -> str:
    """What is visibly wrong with a pattern that cannot be read."""
    open_ones: list[str] = []
    for character in pattern:
        if character in _BRACKETS:
            open_ones.append(character)
        elif character in _BRACKETS.values() and (not open_ones or _BRACKETS[open_ones.pop()] != character):
            return say(lang, "policy.help-bracket", bracket=character)
    if open_ones:
        return say(lang, "policy.help-bracket", bracket=open_ones[-1])
    outside = re.sub(r"\[[^\]]*\]", "", pattern)
    digits = re.findall(r"%\d\d|\d", outside)
    odd = [d for d in dict.fromkeys(digits) if digits.count(d) % 2]
    if odd and "$(" not in pattern:  # brackets within brackets are not taken apart here
        return say(lang, "policy.help-ring", digit=odd[0])
    return say(lang, "policy.help-bad-smarts")
