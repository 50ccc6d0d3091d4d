// Fields marked with data-suggest offer shared words while somebody types: Enter takes the one that is marked, the arrow keys
// mark another one, Escape puts them away. Without this script the next page asks.

const pause = 200;
const shortest = 3;

for (const field of document.querySelectorAll("input[data-suggest]")) {
  const picked = document.getElementById(field.dataset.suggest);
  if (!picked) continue;
  const keeps = field.dataset.stands;
  const list = document.createElement("ul");
  list.id = `${field.id}-offers`;
  list.className = "offers";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${field.id}"]`)?.textContent ?? field.name);
  const status = document.createElement("div");
  status.className = "hint";
  status.setAttribute("role", "status");
  field.after(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");
  let offers = [];
  let marked = -1;
  let timer = 0;
  let asking = new AbortController();

  const mark = (number) => {
    marked = number;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === number)));
    if (number < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[number].id);
    list.children[number].scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    mark(-1);
  };

  const take = (number) => {
    const offer = offers[number];
    picked.value = offer.number;
    if (keeps) status.textContent = keeps.replace("…", offer.label);
    else field.value = offer.label;
    close();
  };

  const option = (offer, number) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${number}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    const label = document.createElement("span");
    label.textContent = (field.dataset.offer ?? "…").replace("…", offer.label);
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
    asking.abort();
    asking = new AbortController();
    const text = field.value.trim();
    if (text.length < shortest) return close();
    const query = new URLSearchParams({ text, kind: keeps ? "words" : "concept" });
    try {
      const answer = await fetch(`/language/suggest?${query}`, { signal: asking.signal, redirect: "error" });
      if (!answer.ok) return close();
      offers = (await answer.json()).suggestions;
    } catch {
      // Asked again with the next letter; what was typed can be kept all the same.
      return close();
    }
    if (offers.length === 0 || document.activeElement !== field) return close();
    list.replaceChildren(...offers.map(option));
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    mark(0);
  };

  field.addEventListener("input", () => {
    picked.value = "";
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });

  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const count = offers.length;
    if (event.key === "ArrowDown") mark((marked + 1) % count);
    else if (event.key === "ArrowUp") mark((marked - 1 + count) % count);
    else if (event.key === "Enter" && marked >= 0) take(marked);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  field.addEventListener("blur", close);
}
