document.querySelectorAll("table.results thead button").forEach(function (button) {
  button.addEventListener("click", function () {
    var head = button.closest("th");
    var body = head.closest("table").tBodies[0];
    var place = Array.prototype.indexOf.call(head.parentNode.children, head);
    var down = head.getAttribute("aria-sort") === "ascending";
    function value(row) { return row.children[place].getAttribute("data-value"); }
    function order(one, other) {
      var a = value(one);
      var b = value(other);
      if (a === null || b === null) { return (a === null ? 1 : 0) - (b === null ? 1 : 0); }
      var difference = isNaN(a) ? a.localeCompare(b) : a - b;
      return down ? -difference : difference;
    }
    Array.prototype.slice.call(body.rows).sort(order).forEach(function (row) { body.appendChild(row); });
    Array.prototype.forEach.call(head.parentNode.children, function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  });
});
