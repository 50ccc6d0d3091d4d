// Forms marked with data-autosave save themselves while somebody works on them. Without this script the buttons do.

const pause = 800;

// What is only decided when somebody presses a button: it changes what the page asks.
const beginnings = ["answer-", "mine-", "meaning-"];
const left = (name) => name === "forget" || name === "mine" || beginnings.some((beginning) => name.startsWith(beginning));

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-saved]");
  const shown = form.querySelector("input[name=shown]");
  if (!status || !shown) continue;
  let timer = 0;
  let running = Promise.resolve();

  const say = (word) => { status.textContent = status.dataset[word] ?? ""; };

  const save = async () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !left(name)) fields.append(name, value);
    }
    fields.append("autosave", "1");
    say("saving");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "error" });
      const told = answer.ok ? await answer.json() : null;
      if (!told) return say("failed");
      if (told.shown) shown.value = told.shown;
      say(told.changed ? "changed" : "saved");
    } catch {
      say("failed");
    }
  };

  form.addEventListener("change", (event) => {
    if (left(event.target.name ?? "")) return;
    clearTimeout(timer);
    timer = setTimeout(() => { running = running.then(save); }, pause);
  });

  form.addEventListener("input", (event) => {
    if (event.target.type !== "text" && event.target.tagName !== "TEXTAREA") return;
    clearTimeout(timer);
    timer = setTimeout(() => { running = running.then(save); }, 3 * pause);
  });

  // A button takes everything with it; what is under way must not arrive after it.
  form.addEventListener("submit", () => clearTimeout(timer));
}
