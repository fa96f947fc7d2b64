"""The monitor's data structures as an SDMX-ML 3.0 structure message: what the columns of its SDMX-CSV are, and their codes in words."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from dashboard.sdmx import AGENCY, ATTRIBUTE, DIMENSION, MEASURE, TIME, VERSION, Component

BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
SPACES = {"mes": f"{BASE}message", "str": f"{BASE}structure", "com": f"{BASE}common"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
CONCEPTS = "CONCEPTS"
LISTS = {"dimensions": "DimensionDescriptor", "attributes": "AttributeDescriptor", "measures": "MeasureDescriptor"}  # fixed by the standard
TYPES = {"TIME_PERIOD": "GregorianYear", "OBS_VALUE": "Double", "STD_ERROR": "Double"}
URN = "urn:sdmx:org.sdmx.infomodel."


def structure_xml(structures: Mapping[str, tuple[Component, ...]], name: str, prepared: str) -> bytes:
    """structures: identifier (`AGENCY:ID(VERSION)`) -> its columns. name: of the monitor. prepared: a day, YYYY-MM-DD."""
    for prefix, space in SPACES.items():
        ET.register_namespace(prefix, space)
    root = ET.Element(_tag("mes:Structure"))
    header = _below(root, "mes:Header")
    _below(header, "mes:ID").text = "STRUCTURES"
    _below(header, "mes:Test").text = "false"
    _below(header, "mes:Prepared").text = f"{prepared}T00:00:00Z"
    _below(header, "mes:Sender", id=AGENCY)
    held = _below(root, "mes:Structures")
    every = {component.id: component for columns in structures.values() for component in columns}
    lists = _below(held, "str:Codelists")
    for component in every.values():
        if component.codes is not None:
            _codelist(lists, component)
    concepts = _maintained(_below(held, "str:ConceptSchemes"), "str:ConceptScheme", CONCEPTS, name)
    for component in every.values():
        _named(_below(concepts, "str:Concept", id=component.id), component.name)
    definitions = _below(held, "str:DataStructures")
    for identifier, columns in structures.items():
        _definition(definitions, identifier, columns, name)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _codelist(lists: ET.Element, component: Component) -> None:
    held = _maintained(lists, "str:Codelist", component.codelist, component.name)
    for code, words in component.codes.items():
        _named(_below(held, "str:Code", id=code), words)


def _definition(definitions: ET.Element, identifier: str, columns: tuple[Component, ...], name: str) -> None:
    id_ = identifier.split(":")[1].split("(")[0]
    held = _below(_maintained(definitions, "str:DataStructure", id_, f"{name}: {id_.lower()}"), "str:DataStructureComponents")
    of = {kind: [component for component in columns if component.kind == kind] for kind in (DIMENSION, TIME, MEASURE, ATTRIBUTE)}
    dimensions = _below(held, "str:DimensionList", id=LISTS["dimensions"])
    for place, component in enumerate(of[DIMENSION], start=1):
        _represented(_below(dimensions, "str:Dimension", id=component.id, position=str(place)), component)
    for component in of[TIME]:
        _represented(_below(dimensions, "str:TimeDimension", id=component.id), component)
    attributes = _below(held, "str:AttributeList", id=LISTS["attributes"])
    for component in of[ATTRIBUTE]:
        attribute = _below(attributes, "str:Attribute", id=component.id, usage="optional")
        _represented(attribute, component)
        _below(_below(attribute, "str:AttributeRelationship"), "str:Observation")
    measures = _below(held, "str:MeasureList", id=LISTS["measures"])
    for component in of[MEASURE]:
        _represented(_below(measures, "str:Measure", id=component.id, usage="optional"), component)


def _represented(element: ET.Element, component: Component) -> None:
    _below(element, "str:ConceptIdentity").text = f"{URN}conceptscheme.Concept={AGENCY}:{CONCEPTS}({VERSION}).{component.id}"
    local = _below(element, "str:LocalRepresentation")
    if component.codes is None:
        _below(local, "str:TextFormat", textType=TYPES.get(component.id, "String"))
    else:
        _below(local, "str:Enumeration").text = f"{URN}codelist.Codelist={AGENCY}:{component.codelist}({VERSION})"


def _maintained(parent: ET.Element, tag: str, id_: str, words: str) -> ET.Element:
    return _named(_below(parent, tag, id=id_, agencyID=AGENCY, version=VERSION, isExternalReference="false"), words)


def _named(element: ET.Element, words: str) -> ET.Element:
    named = _below(element, "com:Name")
    named.set(LANGUAGE, "en")
    named.text = words
    return element


def _below(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _tag(tag), attributes)


def _tag(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{SPACES[prefix]}}}{local}"

