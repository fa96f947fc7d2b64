/* Numbers as readers see them; the same rules as dashboard/wording.py, and a test holds both together. */
(function (m) {
  "use strict";
  var THIN = "\u202f", MINUS = "\u2212";
  var numbers = (m.numbers = {});

  numbers.say = function (value, decimals) {
    if (value === null || value === undefined || isNaN(value)) return "no data";
    var fixed = halfEven(Math.abs(value), decimals), parts = fixed.split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
    var text = parts.join(".");
    return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
  };

  /* What numbers in running text need: decimals, and the per cent sign or the words yes and no. */
  numbers.running = function (head) {
    return { decimals: head.decimals, unit_short: head.unit_short === "%" || numbers.isAnswer(head) ? head.unit_short : "" };
  };
  numbers.isAnswer = function (head) { return head.unit_short === "yes/no"; };

  /* A change as the ranking says it; of an answer, what it was before. */
  numbers.changed = function (change, head) {
    if (numbers.isAnswer(head)) return change > 0 ? "was no" : change < 0 ? "was yes" : "the same";
    return numbers.signed(change, head.decimals);
  };

  numbers.withUnit = function (value, head, flag) {
    if (numbers.isAnswer(head) && (value === 0 || value === 1)) return value ? "yes" : "no";
    var text = numbers.say(value, head.decimals);
    if (text === "no data") return text;
    var bound = flag === "<" ? "under " : flag === ">" ? "over " : "";
    return bound + text + (head.unit_short === "%" ? "%" : head.unit_short ? " " + head.unit_short : "");
  };

  /* Why an area shows no number, in two words. */
  numbers.nothing = function (cell) { return cell && cell.flag === "x" ? "not possible" : "no data"; };

  numbers.signed = function (value, decimals) {
    var text = numbers.say(value, decimals);
    if (!/[1-9]/.test(text)) return "±" + text;
    return value < 0 ? text : "+" + text;
  };

  numbers.ordinal = function (n) {
    if ([11, 12, 13].indexOf(n % 100) >= 0) return n + "th";
    return n + (["th", "st", "nd", "rd"][n % 10] || "th");
  };

  /* The number that `say` shows, so that two that look the same are equal. */
  numbers.printed = function (value, decimals) {
    var shown = Number(halfEven(Math.abs(value), decimals));
    return value < 0 ? -shown : shown;
  };

  /* toFixed breaks ties of doubles that are exactly halfway upwards; Python rounds them to even. */
  function halfEven(value, decimals) {
    if (value >= 1e21) return String(value);
    var scaled = value * Math.pow(10, decimals), floor = Math.floor(scaled);
    if (scaled - floor === 0.5 && Number.isInteger(value * Math.pow(2, 20)) && floor % 2 === 0) return (floor / Math.pow(10, decimals)).toFixed(decimals);
    return value.toFixed(decimals);
  }
})((window.monitor = window.monitor || {}));
