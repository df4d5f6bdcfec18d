"""Python's zeep, built from a WSDL: reads every message of a folder into its own values, writes it again from those,
sends it and tells, one JSON object a line, what came. What its values cannot express it sends as the document that it is.

Usage: python3 client.py FOLDER WSDL...    Files are called NN-<operation>.xml and hold the content of the Body.
LOCATION in the environment is where it sends to, instead of where the WSDL says.
"""

import json
import logging
import os
import pathlib
import re
import sys

import zeep
from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"

logging.disable(logging.CRITICAL)


def services(wsdl):
    client = zeep.Client(wsdl)
    for service in client.wsdl.services.values():
        for name, port in service.ports.items():
            for operation in port.binding._operations:
                bound = client.bind(service.name, name)
                bound._binding_options["address"] = os.environ.get("LOCATION") or bound._binding_options["address"]
                yield operation, (client, bound)


def as_values(client, service, operation, root):
    name = etree.QName(root)
    element = client.get_element("{%s}%s" % (name.namespace, name.localname))
    value = element.parse(root, client.wsdl.types)
    return service[operation](**value.__values__)


def as_document(client, service, operation, root):
    about = service._binding.get(operation)
    envelope = etree.Element("{%s}Envelope" % SOAP, nsmap={"soap": SOAP})
    etree.SubElement(envelope, "{%s}Body" % SOAP).append(root)
    headers = {"SOAPAction": '"%s"' % about.soapaction, "Content-Type": "text/xml; charset=utf-8"}
    reply = client.transport.post_xml(service._binding_options["address"], envelope, headers)
    return service._binding.process_reply(client, about, reply)


def told_of(send, *about):
    try:
        answer = send(*about)
        return {"status": "ok", "read": list(getattr(answer, "__values__", {}))}
    except zeep.exceptions.Fault as fault:
        return {"status": "fault", "fault": fault.message}
    except Exception as error:
        return {"status": "not expressed", "fault": "%s: %s" % (type(error).__name__, str(error)[:200])}


def main(folder, *wsdls):
    known = {operation: where for wsdl in wsdls for operation, where in services(wsdl)}
    for file in sorted(pathlib.Path(folder).glob("*.xml")):
        operation = re.fullmatch(r"\d+-(.+)\.xml", file.name).group(1)
        told = {"file": file.name, "operation": operation, "status": "no operation"}
        if operation in known:
            about = (*known[operation], operation, etree.fromstring(file.read_bytes()))
            told.update(told_of(as_values, *about), how="values")
            if told["status"] != "ok":
                told.update(told_of(as_document, *about), how="document")
        print(json.dumps(told))


main(*sys.argv[1:])
