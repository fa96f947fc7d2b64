/* The keywords of a PDF: a text of its Info dictionary, which stands unpacked in files of the monitor. */
(function (m) {
  "use strict";
  var carried = m.away.carried, ESCAPED = { n: 10, r: 13, t: 9, b: 8, f: 12 }, LONGEST = 1 << 16;

  m.away.pdf = function (bytes) {
    var words = carried.latin(bytes), info = info_of(words);
    if (words.lastIndexOf("%%EOF") < 0) throw carried.broken("it ends before its last part");
    var held = info < 0 ? {} : dictionary(words, bytes, info);
    return { kind: "PDF", address: held.Keywords || "", texts: Object.keys(held).map(function (key) { return held[key]; }) };
  };

  /* Where the Info dictionary begins: the last one that a trailer names, -1 where it is none or packed. */
  function info_of(words) {
    var named = last(words, /\/Info\s+(\d+)\s+(\d+)\s+R/g), object = named && last(words, new RegExp("(?:^|[^0-9])" + named[1] + "\\s+" + named[2] + "\\s+obj\\b", "g"));
    return object ? words.indexOf("<<", object.index) : -1;
  }
  function last(words, pattern) { var found = null, next; while ((next = pattern.exec(words))) found = next; return found; }

  /* The texts of a dictionary by key; values of other kinds are passed over. */
  function dictionary(words, bytes, start) {
    var held = {}, at = start + 2, end = Math.min(bytes.length, start + LONGEST), key = "";
    while (at < end && words.slice(at, at + 2) !== ">>") {
      var c = words[at], value = c === "(" ? literal(bytes, at) : c === "<" ? hex(words, at) : null;
      if (value) {
        if (key) held[key] = decoded(value.codes);
        key = "";
        at = value.end;
      } else if (c === "/") {
        var name = /^[^\s()<>[\]{}/%]*/.exec(words.slice(at + 1, at + 128))[0];
        key = name;
        at += 1 + name.length;
      } else at++;
    }
    return held;
  }

  function hex(words, at) {
    var end = words.indexOf(">", at), digits = words.slice(at + 1, end < 0 ? at + 1 : end).replace(/\s/g, "");
    if (end < 0 || /[^0-9a-fA-F]/.test(digits)) throw carried.broken("a text of its Info dictionary has no end");
    return { codes: (digits.match(/..?/g) || []).map(function (pair) { return parseInt((pair + "0").slice(0, 2), 16); }), end: end + 1 };
  }

  /* A text in brackets, with its escapes; brackets inside it come in pairs. */
  function literal(bytes, at) {
    var codes = [], depth = 0, most = Math.min(bytes.length, at + LONGEST);
    for (; at < most; at++) {
      var code = bytes[at], next = bytes[at + 1];
      if (code === 92 && next >= 48 && next <= 55) {
        var octal = /^[0-7]{1,3}/.exec(carried.latin(bytes.subarray(at + 1, at + 4)))[0];
        codes.push(parseInt(octal, 8) & 255);
        at += octal.length;
      } else if (code === 92) {
        at++;
        if (next === 13 && bytes[at + 1] === 10) at++; // a line that goes on
        else if (next !== 10 && next !== 13) codes.push(ESCAPED[String.fromCharCode(next)] || next);
      } else if (code === 40 && depth++ === 0) continue;
      else if (code === 41 && --depth === 0) return { codes: codes, end: at + 1 };
      else codes.push(code);
    }
    throw carried.broken("a text of its Info dictionary has no end");
  }

  function decoded(codes) {
    var bytes = Uint8Array.from(codes), isWide = bytes[0] === 254 && bytes[1] === 255, isUtf8 = bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
    return isWide ? new TextDecoder("utf-16be").decode(bytes.subarray(2)) : isUtf8 ? carried.utf8(bytes.subarray(3)) : carried.latin(bytes);
  }
})(window.monitor);
