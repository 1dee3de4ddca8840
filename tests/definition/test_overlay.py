"""A later version says only what it changes."""

import hashlib

import pytest
from complete_definition import COMPLETE, VOCABULARY, WORDS

from stofgroep.definition.loader import load_group
from stofgroep.definition.model import Group
from stofgroep.errors import DefinitionError

EARLIER = "xx.list.sample@2025-07-01"
HEAD = f'extends = "{EARLIER}"\nin_force = {{ from = 2026-01-01 }}\n'


class Resolver:
    """Definitions by name; the file of a name is the name with .toml."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def __call__(self, name: str) -> tuple[bytes, str]:
        return self.files[name].encode(), f"{name}.toml"


def overlaid(changes: str, head: str = HEAD, **files: str) -> Group:
    return load_group(
        (head + changes).encode(), "later.toml", VOCABULARY, Resolver({EARLIER: COMPLETE, **files})
    )


def refused(changes: str, head: str = HEAD, **files: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as caught:
        overlaid(changes, head, **files)
    return caught.value


def terms(group: Group, rule: int) -> list[str]:
    return [entry.term.name for entry in group.builds[0].rules[rule].allow]


def test_nothing_but_the_days_changes() -> None:
    group = overlaid("")
    assert group.in_force_from.isoformat() == "2026-01-01"
    assert group.in_force_earliest == group.in_force_from
    assert group.in_force_until is None
    assert group.id == "xx.list.sample"
    assert len(group.clauses()) == 13


def test_both_files_are_recorded() -> None:
    group = overlaid("")
    assert group.file == "later.toml"
    assert group.sha256 == hashlib.sha256(HEAD.encode()).hexdigest()
    assert group.sources == {
        "later.toml": group.sha256,
        f"{EARLIER}.toml": hashlib.sha256(COMPLETE.encode()).hexdigest(),
    }


def test_a_value_is_replaced_at_its_dotted_path() -> None:
    group = overlaid("build.main.rule.ring.chain.max = 9\nnumber = 2\n")
    chain = group.builds[0].rules[0].chain
    assert chain is not None
    assert chain.max is not None
    assert chain.max.values == ((3, 9.0),)
    assert group.number == 2


def test_a_value_by_option_may_become_a_plain_one() -> None:
    group = overlaid("build.main.limit.mass.mass = 250\n")
    assert group.builds[0].limits[0].mass.values == ((3, 250.0),)


def test_lists_take_add_and_remove() -> None:
    group = overlaid('build.main.rule.ring.allow = { add = ["nitro", "alkyl<=4"], remove = ["alkyl<=3"] }\n')
    assert terms(group, 0) == ["halogen", "bead", "nitro", "alkyl<=4", "wheel"]


def test_a_single_text_is_a_list_of_one() -> None:
    group = overlaid('build.main.closure.ring.as = { add = ["[#7:1][CX4][CX4][c:2]"] }\n')
    assert len(group.builds[0].closures[0].shapes) == 2


def test_a_list_may_be_given_anew() -> None:
    assert terms(overlaid('build.main.rule.amine.allow = ["H", "tree", "nitro"]\n'), 1) == ["tree", "nitro"]


def test_a_table_is_added() -> None:
    group = overlaid(f"[build.main.limit.other]\nmass = 100\ntext = {WORDS}\n")
    assert [limit.name for limit in group.builds[0].limits] == ["mass", "other"]


def test_a_table_is_dropped() -> None:
    group = overlaid("[build.main.exclude.amine]\ndrop = true\n[exclude.named]\ndrop = true\n")
    assert group.builds[0].excludes == ()
    assert group.excludes == ()


def test_keys_are_dropped() -> None:
    group = overlaid('[build.main.rule.ring]\ndrop = ["elements", "mass_sum"]\n')
    assert group.builds[0].rules[0].elements is None
    assert group.builds[0].rules[0].mass_sum is None


def test_a_change_of_a_change() -> None:
    group = overlaid(
        "number = 3\n",
        'extends = "middle"\nin_force = { from = 2027-01-01 }\n',
        middle=HEAD + 'number = 2\nlist = "T"\n',
    )
    assert (group.number, group.list) == (3, "T")
    assert list(group.sources) == ["later.toml", "middle.toml", f"{EARLIER}.toml"]


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        (
            'build.main.rule.ring.allow = { remove = ["nitro"] }',
            "build.main.rule.ring.allow.remove",
            "not in",
        ),
        ('build.main.rule.ring.allow = { add = ["bead"] }', "build.main.rule.ring.allow.add", "already"),
        (
            'build.main.rule.carbon.elements = { add = ["C"] }',
            "build.main.rule.carbon.elements",
            "no list here",
        ),
        ("build.main.rule.ring.allow = {}", "build.main.rule.ring.allow", "no list here"),
        ("[build.main.limit.other]\ndrop = true", "build.main.limit.other.drop", "no such table"),
        ("[build.main.limit.mass]\ndrop = true\nmass = 3", "build.main.limit.mass.drop", "says nothing else"),
        ('[build.main.limit.mass]\ndrop = ["masss"]', "build.main.limit.mass.drop", "'masss' is not there"),
        (
            '[build.main.limit.mass]\ndrop = "mass"',
            "build.main.limit.mass.drop",
            "true (this table) or a list",
        ),
        (
            "[build.main.limit.mass]\ndrop = false",
            "build.main.limit.mass.drop",
            "true (this table) or a list",
        ),
        ("numbr = 2", "numbr", "unknown key"),
        ('build.main.rule.ring.allow = { add = ["alkil"] }', "build.main.rule.ring.allow", "unknown term"),
    ],
)
def test_a_change_of_what_is_not_there(changes: str, key: str, reason: str) -> None:
    error = refused(changes)
    assert error.key == key
    assert reason in error.reason
    assert error.file.startswith("later.toml:")


def test_an_error_in_what_is_inherited_names_the_earlier_file() -> None:
    error = refused('[build.main.slot.R9]\nat = ["chain.N"]\n')
    assert (error.key, "no rule" in error.reason) == ("build.main.slot.R9", True)
    assert error.file == "later.toml:3"
    error = refused("[term.bead]\ndrop = true\n")
    assert error.key == "build.main.rule.ring.allow"
    assert error.file.startswith(f"{EARLIER}.toml:")


def test_the_days_are_not_inherited() -> None:
    assert refused("", f'extends = "{EARLIER}"\n').key == "in_force"


def test_unknown_earlier_definition() -> None:
    error = refused("", HEAD.replace("sample", "simple"))
    assert (error.file, error.key) == ("later.toml:1", "extends")
    assert "no definition 'xx.list.simple@2025-07-01' is known" in error.reason


def test_circle() -> None:
    error = refused("", 'extends = "one"\n', one='extends = "two"\n', two='extends = "one"\n')
    assert error.key == "extends"
    assert "later.toml → one.toml → two.toml → one.toml" in error.reason


def test_a_definition_of_itself() -> None:
    with pytest.raises(DefinitionError, match="goes round in a circle"):
        load_group(b'extends = "a"\n', "a.toml", VOCABULARY, lambda name: (b'extends = "a"\n', "a.toml"))


def test_nobody_to_ask() -> None:
    with pytest.raises(DefinitionError, match="cannot be read on its own"):
        load_group(HEAD.encode(), "later.toml", VOCABULARY)


def test_an_unreadable_earlier_file_is_named() -> None:
    with pytest.raises(DefinitionError, match=r"^one\.toml: \(file\): is no valid TOML"):
        overlaid("", 'extends = "one"\n', one="id = ")
