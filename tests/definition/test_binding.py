"""What a definition says in vain is pointed out, and nothing else."""

from complete_definition import WORDS, changed, load

from stofgroep.definition.binding import cannot_bind


def found(old: str, new: str) -> list[tuple[str, str]]:
    return [(idle.path, idle.what) for idle in cannot_bind(load(changed(old, new)))]


ALWAYS = [("build.main.rule.ring.allow", "H")]  # the slot of that rule repeats


def test_the_sample_says_little_in_vain() -> None:
    assert [(idle.path, idle.what) for idle in cannot_bind(load())] == ALWAYS


def test_a_limit_where_anything_may_follow() -> None:
    assert found('allow = ["H", "tree"]', 'allow = ["H", "tree", "alkyl<=6"]') == [
        *ALWAYS,
        ("build.main.rule.amine.allow", "alkyl<=6: the limit of 6 carbons"),
    ]


def test_a_list_on_a_term_where_anything_may_follow() -> None:
    assert found('allow = ["H", "tree"]', 'allow = ["H", "tree", "aryl-substituted"]') == [
        *ALWAYS,
        ("build.main.rule.amine.allow", "aryl-substituted: carrying"),
    ]


def test_a_term_that_a_wider_one_takes_in() -> None:
    assert found('"alkyl<=3", "bead"', '"alkyl<=3", "alkyl", "alkyl<=2", "bead"') == [
        ("build.main.rule.ring.allow", "alkyl<=3"),
        ("build.main.rule.ring.allow", "alkyl<=2"),
        *ALWAYS,
    ]


def test_a_term_beside_any() -> None:
    assert found('"alkyl<=3", "bead"', '"any", "bead"') == [
        ("build.main.rule.ring.allow", "halogen"),
        ("build.main.rule.ring.allow", "bead"),
        ("build.main.rule.ring.allow", "wheel"),
        *ALWAYS,
    ]


def test_a_term_that_is_only_wider_under_a_reading_binds() -> None:
    assert found('allow_when.length.long = ["wheel"]', 'allow_when.length.long = ["wheel", "any"]') == [
        ("build.main.rule.ring.allow", "wheel"),
        *ALWAYS,
    ]


def test_the_rule_of_an_open_slot() -> None:
    assert found("open = false", "open = true") == [("build.main.rule.ring", "the rule")]


def test_a_closure_that_another_takes_in() -> None:
    other = f'[build.main.closure.all]\nfrom = ["Rn"]\nto = ["R2", "R1"]\ndouble = {{}}\ntext = {WORDS}\n'
    assert ("build.main.closure.ring", "the closure") in found(
        "[build.main.aromatic", other + "\n[build.main.aromatic"
    )
    single = other.replace("double = {}\n", "")
    assert found("[build.main.aromatic", single + "\n[build.main.aromatic") == ALWAYS
