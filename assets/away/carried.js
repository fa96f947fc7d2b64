/* What a file says of itself, read in the browser: nothing is sent anywhere, and no more of a file is unpacked than a page of text. */
(function (m) {
  "use strict";
  var carried = (m.away.carried = {}), ROOM = 1 << 20, HEAD = 1 << 18; // bytes of text that are unpacked, and of a table that are read

  /* A file that says what it is and cannot be read as that. */
  carried.broken = function (why) { var fault = new Error(why); fault.isBroken = true; return fault; };

  /* Promise of {kind, address, texts}: what it is, the address it carries or "", and what else it says of itself. null for a kind that
     the monitor does not make. Rejected with a broken() fault. */
  carried.read = function (bytes) {
    var start = carried.latin(bytes.subarray(0, 1024)), of = start.indexOf("PNG\r\n\x1a\n") === 1 ? png : start.indexOf("%PDF-") >= 0 ? m.away.pdf : start.indexOf("PK\x03\x04") === 0 ? m.away.zip : text;
    return Promise.resolve().then(function () { return of(bytes); });
  };

  /* One character a byte. */
  carried.latin = function (bytes) { return new TextDecoder("windows-1252").decode(bytes); };
  carried.utf8 = function (bytes) { return new TextDecoder("utf-8").decode(bytes); };

  /* Promise of what was packed; format: of DecompressionStream. It ends where there is more than text could be. */
  carried.unpacked = function (bytes, format) {
    if (!window.DecompressionStream) throw new Error("This browser cannot unpack such a file. Open the address that stands in it instead.");
    var reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader(), parts = [], size = 0;
    return (function more() {
      return reader.read().then(function (part) {
        if (part.done) return new Blob(parts).arrayBuffer().then(function (whole) { return new Uint8Array(whole); });
        parts.push(part.value);
        size += part.value.length;
        if (size <= ROOM) return more();
        reader.cancel();
        throw carried.broken("a part of it that should be a page of text unpacks to more than 1 MB");
      }, function () { throw carried.broken("a packed part of it cannot be unpacked"); });
    })();
  };

  /* The elements of XML that hold words: [name without its prefix, words, whether it stands in the metadata]. Read tag by tag: the
     browser's own reader brings looks and complaints with inline styles, which the page's policy refuses. */
  carried.xml = function (words) {
    if (/<!ENTITY/i.test(words)) throw carried.broken("it defines entities, which no file of the monitor does");
    var plain = words.replace(/^\ufeff/, "").replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, "").replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, function (all, held) {
      return held.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    }).trim();
    var tag = /<(\/?)([^\s<>\/="']+)(?:"[^"]*"|'[^']*'|[^<>"'\/]|\/(?!>))*(\/?)>([^<]*)/y, open = [], found = [], at = 0, match;
    while ((match = tag.exec(plain))) {
      at = tag.lastIndex;
      if (match[1] ? open.pop() !== match[2] : !open.length && found.length) throw carried.broken("its XML is not well formed");
      if (!match[1]) found.push([match[2].replace(/^.*:/, ""), unescaped(match[4]), open.indexOf("metadata") >= 0]);
      if (!match[1] && !match[3]) open.push(match[2]);
    }
    if (open.length || !found.length || at !== plain.length) throw carried.broken("its XML is not well formed");
    return found;
  };
  var NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  function unescaped(words) {
    return words.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, function (all, hex, ten, name) {
      var code = hex ? parseInt(hex, 16) : Number(ten);
      return name ? NAMED[name] || all : code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
  }

  carried.json = function (words) {
    try { return JSON.parse(words); } catch (fault) { throw carried.broken("its JSON is not well formed"); }
  };

  /* The chunks of text up to the end: tEXt, zTXt and iTXt, of which the last two may be packed. */
  function png(bytes) {
    var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at = 8, found = [];
    for (;;) {
      if (at + 12 > bytes.length) throw carried.broken("it ends before its last part");
      var size = view.getUint32(at), kind = carried.latin(bytes.subarray(at + 4, at + 8)), body = bytes.subarray(at + 8, at + 8 + size);
      if (kind === "IEND") break;
      if (/^(tEXt|zTXt|iTXt)$/.test(kind)) found.push(chunk(kind, body));
      at += 12 + size;
    }
    return Promise.all(found).then(function (pairs) {
      var source = pairs.find(function (pair) { return pair[0] === "Source"; });
      return { kind: "PNG image", address: source ? source[1] : "", texts: pairs.map(function (pair) { return pair[1]; }) };
    });
  }
  function chunk(kind, body) {
    var parts = [], at = 0, end = body.indexOf(0), key = carried.latin(body.subarray(0, end)), rest = body.subarray(end + 1), decode = carried.utf8;
    if (end < 0) return ["", ""];
    if (kind === "tEXt") return [key, carried.latin(rest)];
    if (kind === "zTXt") return carried.unpacked(rest.subarray(1), "deflate").then(function (words) { return [key, carried.latin(words)]; });
    for (at = 2; parts.length < 2; at = rest.indexOf(0, at) + 1) parts.push(at); // language and translated key, each ended by a zero
    var words = rest.subarray(at);
    return rest[0] ? carried.unpacked(words, "deflate").then(function (plain) { return [key, decode(plain)]; }) : [key, decode(words)];
  }

  /* SVG, JSON, a table or a citation; by how it begins. */
  function text(bytes) {
    var start = carried.utf8(bytes.subarray(0, HEAD)).replace(/^\ufeff/, ""), first = start.trim().charAt(0);
    if (first === "{") return json(carried.json(carried.utf8(bytes).replace(/^\ufeff/, "")));
    if (first === "<" && /<svg[\s>]/.test(start)) return svg(carried.xml(carried.utf8(bytes)));
    return table(start) || citation(start);
  }

  carried.said = function (kind, held) {
    var word = function (key) { return held && typeof held[key] === "string" ? held[key] : ""; };
    return { kind: kind, address: word("address"), texts: word("release") ? ["release " + word("release")] : [] };
  };
  function json(held) { return carried.said("JSON file", held); }

  function svg(elements) {
    var own = elements.filter(function (element) { return element[2]; }), source = own.find(function (element) { return element[0] === "source"; });
    return { kind: "SVG image", address: source ? source[1] : "", texts: own.map(function (element) { return element[1]; }) };
  }

  /* The first address in plain words that is of this monitor, or of an indicator. */
  function citation(words) {
    var here = window.location.origin + m.base, found = (words.match(/https?:\/\/[^\s"<>{}]+/g) || []).find(function (url) { return url.indexOf(here) === 0 || /[?&]indicator=/.test(url); });
    return found ? { kind: "text", address: found.replace(/[.,;)]+$/, ""), texts: [words] } : null;
  }

  /* The first two lines of a table, by the separator that makes columns of ours. */
  function table(start) {
    var found = null;
    [",", ";", "\t"].forEach(function (separator) {
      var lines = records(start, separator), of = function (name) { var at = lines[0].indexOf(name); return at >= 0 && lines[1] ? lines[1][at] || "" : ""; };
      if (lines[0].length < 2 || found) return;
      found = { kind: "table", address: of("ADDRESS"), indicator: of("INDICATOR"), texts: of("RELEASE") ? ["release " + of("RELEASE")] : [], isOurs: lines[0].indexOf("INDICATOR") >= 0 };
      if (!found.address && !found.isOurs) found = null;
    });
    return found;
  }
  function records(words, separator) {
    var lines = [[]], cell = "", quoted = false;
    for (var i = 0; i < words.length && lines.length < 3; i++) {
      var c = words[i];
      if (quoted) { if (c !== '"') cell += c; else if (words[i + 1] === '"') { cell += c; i++; } else quoted = false; }
      else if (c === '"') quoted = true;
      else if (c === separator || c === "\n") { lines[lines.length - 1].push(cell.trim()); cell = ""; if (c === "\n") lines.push([]); }
      else cell += c;
    }
    lines[lines.length - 1].push(cell.trim());
    return lines;
  }
})(window.monitor);
