"use strict";
// Everything works by plain forms and links; this spares the loading of pages. It never touches what is being typed.

const FAST = 700, SLOW = 5000; // milliseconds between two looks, while something is done and while nothing is
const feed = document.getElementById("feed");
const status = document.getElementById("status");
const dialog = document.getElementById("proof");
let timer = 0;
let looking = null;

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
const version = () => feed.querySelector("[data-version]");

function headlineOf(post) {
  const first = post.querySelector(".headline, p");
  return first ? first.textContent : "A new post";
}

function bring(fresh) {
  const here = version();
  const added = [];
  here.querySelector(".welcome")?.remove();
  for (const gone of here.querySelectorAll("[data-thread]")) {
    if (!fresh.querySelector(`[data-thread="${gone.dataset.thread}"]`)) gone.remove();
  }
  for (const thread of fresh.querySelectorAll("[data-thread]")) {
    const known = here.querySelector(`[data-thread="${thread.dataset.thread}"]`);
    if (!known) {
      here.append(thread);
      added.push(...thread.querySelectorAll(".post"));
      continue;
    }
    known.querySelector("[data-doing]")?.remove();
    for (const post of thread.querySelectorAll("[data-post]")) {
      const shown = known.querySelector(`[data-post="${post.dataset.post}"]`);
      if (shown) {
        for (const button of post.querySelectorAll("[aria-pressed]")) {
          shown.querySelector(`button[value="${button.value}"]`)?.setAttribute("aria-pressed", button.ariaPressed);
        }
        continue;
      }
      known.insertBefore(post, known.querySelector(".reply"));
      if (post.matches(".post")) added.push(post);
    }
    const doing = thread.querySelector("[data-doing]");
    if (doing) known.insertBefore(doing, known.querySelector(".reply"));
    const reply = thread.querySelector(".reply");
    if (reply && !known.querySelector(".reply")) known.append(reply);
  }
  here.dataset.version = fresh.dataset.version;
  here.toggleAttribute("data-busy", fresh.hasAttribute("data-busy"));
  const doing = here.querySelector("[data-doing]");
  if (added.length) {
    status.textContent = `New: ${headlineOf(added.at(-1))}`;
    const last = added.at(-1);
    last.scrollIntoView({ block: last.offsetHeight > innerHeight / 2 ? "start" : "nearest" });
  } else if (doing) {
    status.textContent = doing.textContent;
    doing.scrollIntoView({ block: "nearest" });
  }
}

async function look() {
  clearTimeout(timer);
  looking ??= (async () => {
    try {
      const answer = await fetch(`/feed?seen=${version().dataset.version}`);
      if (answer.status === 200) bring(parsed(await answer.text()).querySelector("[data-version]"));
    } catch {
      status.textContent = "The bot does not answer; it may have been stopped.";
    } finally {
      looking = null;
    }
  })();
  await looking;
  clearTimeout(timer);
  timer = setTimeout(look, version().hasAttribute("data-busy") ? FAST : SLOW);
}

async function send(form, submitter) {
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Live": "yes" } });
  if (!answer.ok) {
    status.textContent = await answer.text();
    return;
  }
  form.reset();
  form.closest("details")?.removeAttribute("open");
  document.querySelector(".samples")?.removeAttribute("open");
  await look();
}

async function showArticle(link) {
  const answer = await fetch(link.href);
  const holder = dialog.querySelector("[data-article]");
  if (answer.ok) holder.replaceChildren(parsed(await answer.text()).querySelector("article.proof"));
  else holder.textContent = await answer.text();
  dialog.showModal();
  dialog.querySelector("mark")?.scrollIntoView({ block: "center" });
}

async function switchView(link) {
  const answer = await fetch(link.href);
  if (!answer.ok) return location.assign(link.href);
  const post = link.closest("[data-post]");
  const other = parsed(await answer.text()).querySelector("[data-post]");
  post.replaceWith(other);
  other.querySelector("[aria-current]")?.focus({ preventScroll: true });
}

function themed() {
  const chosen = document.documentElement.dataset.theme;
  return chosen || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  const named = () => { button.textContent = themed() === "dark" ? "Light" : "Dark"; };
  button.hidden = false;
  named();
  button.addEventListener("click", () => {
    const next = themed() === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    document.cookie = `standfirst_theme=${next}; Path=/; Max-Age=31536000; SameSite=Lax`;
    named();
  });
}

if (feed) {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-live]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-proof], [data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.matches("[data-proof]")) showArticle(link);
    else switchView(link);
  });
  const typed = document.querySelector("[data-autofocus]");
  typed.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    typed.form.requestSubmit();
  });
  if (!location.hash) {
    typed.focus({ preventScroll: true });
    feed.querySelector(".thread:last-child")?.scrollIntoView({ block: "end" });
  }
  timer = setTimeout(look, version().hasAttribute("data-busy") ? FAST : SLOW);
  document.addEventListener("visibilitychange", () => document.hidden ? clearTimeout(timer) : look());
}
