// Patches one tree into another and keeps nodes (focus, caret, open details) wherever tag and key match.
export function morph(current, next) {
  if (current.nodeType !== Node.ELEMENT_NODE) {
    if (current.nodeValue !== next.nodeValue) current.nodeValue = next.nodeValue;
    return;
  }
  if (current.hasAttribute("data-live-keep")) return;
  morphAttributes(current, next);
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(current.nodeName)) return; // what a person typed wins
  morphChildren(current, next);
}

function morphAttributes(current, next) {
  for (const { name } of [...current.attributes])
    if (!next.hasAttribute(name) && name !== "open") current.removeAttribute(name);
  for (const { name, value } of [...next.attributes])
    if (current.getAttribute(name) !== value) current.setAttribute(name, value);
}

function morphChildren(current, next) {
  const byKey = new Map();
  for (const child of current.childNodes) if (key(child)) byKey.set(key(child), child);
  let at = current.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = key(wanted) ? byKey.get(key(wanted)) : at && same(at, wanted) ? at : null;
    if (found && found.nodeName === wanted.nodeName) {
      if (found === at) at = at.nextSibling;
      else current.insertBefore(found, at);
      morph(found, wanted);
    } else current.insertBefore(document.importNode(wanted, true), at);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

function key(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || "" : "";
}

function same(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName && key(a) === key(b);
}
