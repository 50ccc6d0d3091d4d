// Fields marked with data-suggest offer shared words while somebody types: Enter takes the one that is marked, the arrow keys
// mark another one, Escape puts them away. Enter before the answer is there waits for it, and sends nothing. Without this
// script the next page asks.

const pause = 200;
const shortest = 3;
// Nobody waits longer for an answer.
const longest = 3000;

for (const field of document.querySelectorAll("input[data-suggest]")) {
  const picked = document.getElementById(field.dataset.suggest);
  if (!picked) continue;
  // Where the form comes back with a fault, it says again what stands beside the words.
  const named = document.getElementById(`${picked.id}-label`);
  const { stands: keeps, undo, offered = "", none = "" } = field.dataset;
  const box = document.createElement("div");
  box.className = "combobox";
  const list = document.createElement("ul");
  list.id = `${field.id}-offers`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`)?.textContent ?? field.name);
  // What the status reads out stands under the list too.
  const keys = document.createElement("p");
  keys.className = "hint";
  keys.textContent = offered;
  keys.setAttribute("aria-hidden", "true");
  const shown = document.createElement("div");
  shown.className = "offers";
  shown.hidden = true;
  shown.append(list, keys);
  const status = document.createElement("div");
  status.className = "hint";
  status.setAttribute("role", "status");
  // Takes a shared word off again that stands beside what was typed.
  const off = document.createElement("button");
  off.type = "button";
  off.className = "button-quiet";
  off.textContent = undo ?? "";
  field.replaceWith(box);
  box.append(field, shown);
  box.after(status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  let offers = [];
  let marked = -1;
  let timer = 0;
  let asking = new AbortController();
  // Whether an answer to what was typed is still to come.
  let isAsking = false;

  const mark = (number) => {
    marked = number;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
    if (number < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number].scrollIntoView({ block: "nearest" });
  };

  const stop = () => {
    clearTimeout(timer);
    asking.abort();
    isAsking = false;
  };

  const close = () => {
    shown.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };

  const putAway = () => {
    stop();
    if (!shown.hidden) status.textContent = "";
    close();
  };

  const standBeside = (label) => {
    status.textContent = keeps.replace("…", () => label);
    status.after(off);
  };

  const take = (number) => {
    const offer = offers[number];
    stop();
    picked.value = offer.number;
    if (named) named.value = offer.label;
    if (!keeps) field.value = offer.label;
    close();
    status.textContent = "";
    if (keeps) standBeside(offer.label);
  };

  const takeOff = () => {
    picked.value = "";
    if (named) named.value = "";
    status.textContent = "";
    off.remove();
  };

  if (keeps && picked.value && named?.value) standBeside(named.value);

  off.addEventListener("click", () => {
    takeOff();
    field.focus();
  });

  const option = (offer, number) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const label = document.createElement("span");
    label.textContent = keeps ? offer.said : offer.label;
    item.append(label);
    for (const text of [offer.because, offer.definition]) {
      if (!text) continue;
      const more = document.createElement("span");
      more.className = "hint";
      more.textContent = text;
      item.append(more);
    }
    // Before the field loses the focus.
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      take(number);
    });
    return item;
  };

  const ask = async () => {
    const mine = (asking = new AbortController());
    timer = setTimeout(stop, longest);
    const query = new URLSearchParams({ text: field.value.trim(), kind: field.dataset.kind });
    try {
      const answer = await fetch(`/language/suggest?${query}`, { signal: mine.signal, redirect: "error" });
      offers = answer.ok ? (await answer.json()).suggestions : [];
    } catch {
      // Asked again with the next letter; what was typed can be kept all the same.
      offers = [];
    }
    if (mine.signal.aborted) return;
    stop();
    if (offers.length === 0) {
      close();
      status.textContent = none;
      return;
    }
    list.replaceChildren(...offers.map(option));
    shown.hidden = false;
    field.setAttribute("aria-expanded", "true");
    status.textContent = offered;
    mark(0);
  };

  const askSoon = () => {
    stop();
    if (field.value.trim().length < shortest) return close();
    isAsking = true;
    timer = setTimeout(ask, pause);
  };

  field.addEventListener("input", () => {
    takeOff();
    askSoon();
  });

  field.addEventListener("keydown", (event) => {
    const count = offers.length;
    if (event.isComposing) return;
    if (isAsking && event.key === "Enter") return event.preventDefault();
    if (isAsking && event.key === "Escape") stop();
    if (shown.hidden) {
      if (event.key === "ArrowDown" && !isAsking) askSoon();
      return;
    }
    if (event.key === "ArrowDown") mark((marked + 1) % count);
    else if (event.key === "ArrowUp") mark((marked - 1 + count) % count);
    else if (event.key === "Enter" && marked >= 0) take(marked);
    else if (event.key === "Escape") putAway();
    else return;
    event.preventDefault();
  });

  field.addEventListener("blur", putAway);

  // Whoever chooses one of those that stand there has put away what they looked for before.
  for (const choice of field.closest("fieldset")?.querySelectorAll("input[type=radio]") ?? []) {
    choice.addEventListener("change", () => {
      if (keeps) return;
      takeOff();
      field.value = "";
    });
  }
}
