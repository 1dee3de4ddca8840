"""Readings as sets of worlds: exact AND, OR and AND NOT, and the shortest condition."""

from stofgroep.definition.worlds import Reading, Worlds

WORDS = {"nl": "?", "en": "?"}
CHAIN = Reading("chain", WORDS, {"6": WORDS, "10": WORDS}, "6")
RING = Reading("ring", WORDS, {"no": WORDS, "yes": WORDS}, "no")
OTHER = Reading("other", WORDS, {"x": WORDS, "y": WORDS, "z": WORDS}, "y")


def test_no_reading_is_one_world() -> None:
    assert Worlds(()).all == 1


def test_options_span_the_product() -> None:
    assert Worlds((CHAIN, RING, OTHER)).all.bit_count() == 12


def test_where_names_the_worlds_of_an_option() -> None:
    worlds = Worlds((CHAIN, OTHER))
    assert worlds.where({"chain": ("6",)}).bit_count() == 3
    assert worlds.where({"other": ("x", "z")}).bit_count() == 4
    assert worlds.where({"chain": ("6",)}) | worlds.where({"chain": ("10",)}) == worlds.all


def test_only_readings_that_change_the_answer_matter() -> None:
    worlds = Worlds((CHAIN, RING, OTHER))
    mask = worlds.where({"chain": ("10",)})
    assert [r.id for r in worlds.matters(mask)] == ["chain"]
    assert worlds.condition(mask) == ((("chain", "10"),),)
    assert worlds.matters(worlds.all) == ()


def test_condition_of_an_or_and_of_an_and() -> None:
    worlds = Worlds((CHAIN, RING))
    ten, yes = worlds.where({"chain": ("10",)}), worlds.where({"ring": ("yes",)})
    assert worlds.condition(ten | yes) == ((("chain", "10"),), (("ring", "yes"),))
    assert worlds.condition(ten & yes) == ((("chain", "10"), ("ring", "yes")),)


def test_likely_is_the_world_of_all_likely_options() -> None:
    worlds = Worlds((CHAIN, RING, OTHER))
    assert worlds.likely_in(worlds.where({"chain": ("6",), "ring": ("no",), "other": ("y",)}))
    assert not worlds.likely_in(worlds.where({"chain": ("10",)}))


def test_a_pinned_reading_no_longer_matters() -> None:
    worlds = Worlds((CHAIN, OTHER, RING))
    ten, yes = worlds.where({"chain": ("10",)}), worlds.where({"ring": ("yes",)})
    assert worlds.pinned(ten & yes, "chain", "10") == yes
    assert worlds.pinned(ten & yes, "chain", "6") == 0
    assert worlds.pinned(ten | yes, "ring", "no") == ten
    assert worlds.pinned(ten, "other", "z") == ten
    assert worlds.pinned(worlds.where({"other": ("y", "z")}), "other", "z") == worlds.all
