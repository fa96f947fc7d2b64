/* The list of a ZIP's files, and the one of them that says what it is of: the properties of a document, or our own metadata. */
(function (m) {
  "use strict";
  var carried = m.away.carried, MOST = 4096, ROOM = 1 << 20;
  var KINDS = { "xl/workbook.xml": "Excel file", "ppt/presentation.xml": "PowerPoint file", "word/document.xml": "Word file" };

  m.away.zip = function (bytes) {
    var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), entries = listed(bytes, view), names = Object.keys(entries);
    var document = Object.keys(KINDS).find(function (name) { return entries[name]; }), own = document ? "docProps/core.xml" : names.find(function (name) { return /^([^/]+\/)?metadata\.json$/.test(name); });
    if (!own || !entries[own]) return { kind: document ? KINDS[document] : "ZIP", address: "", texts: [] };
    return Promise.resolve(content(bytes, view, entries[own])).then(carried.utf8).then(function (words) {
      return document ? properties(KINDS[document], carried.xml(words)) : carried.said("ZIP", carried.json(words));
    });
  };

  function properties(kind, elements) {
    var own = elements.find(function (element) { return element[0] === "keywords"; });
    return { kind: kind, address: own ? own[1] : "", texts: elements.map(function (element) { return element[1]; }) };
  }

  /* name -> where it stands; from the central directory, which stands last. */
  function listed(bytes, view) {
    var end = bytes.length - 22, least = Math.max(0, end - 65535), entries = Object.create(null);
    while (end >= least && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < least) throw carried.broken("it ends before its list of contents");
    var count = view.getUint16(end + 10, true), at = view.getUint32(end + 16, true);
    if (count > MOST) throw carried.broken("it lists " + count + " files, more than any file of the monitor");
    for (; count; count--) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw carried.broken("its list of contents cannot be read");
      var size = view.getUint16(at + 28, true), name = carried.utf8(bytes.subarray(at + 46, at + 46 + size));
      entries[name] = { method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) };
      at += 46 + size + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  }

  function content(bytes, view, entry) {
    if (entry.size > ROOM) throw carried.broken("a part of it that should be a page of text says that it unpacks to more than 1 MB");
    if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50) throw carried.broken("a part of it does not stand where its list says");
    var start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true), body = bytes.subarray(start, start + entry.packed);
    if (entry.method === 0) return body;
    if (entry.method !== 8) throw carried.broken("a part of it is packed by a method that the monitor does not use");
    return carried.unpacked(body, "deflate-raw");
  }
})(window.monitor);
