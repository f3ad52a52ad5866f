// The page of the API: a request goes as it was filled in, with the token typed above and no cookie, and its answer is
// shown as it came.
import { whenAppears } from "./appear";

const BASE = "/api/v1";
// What is shown of a long answer, in characters.
const SHOWN = 100_000;

type Input = HTMLInputElement | HTMLTextAreaElement;

export function startTrying(): void {
  whenAppears<HTMLButtonElement>("button[data-sends]", (button) => (button.hidden = false));
  whenAppears<HTMLFormElement>("form[data-try]", (form) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(form);
    });
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button[data-sends]");
  if (button) button.disabled = true;
  try {
    const answer = await fetch(addressOf(form), request(form));
    show(form, `${answer.status} ${answer.statusText}`, await words(answer, form));
  } catch (error) {
    show(form, form.dataset["failed"] ?? "", String(error));
  } finally {
    if (button) button.disabled = false;
  }
}

function inputs(form: HTMLFormElement, place: string): Input[] {
  const all = [...form.querySelectorAll<Input>(`[data-in="${place}"]`)];
  return all.filter((input) => input.value.trim() !== "");
}

function addressOf(form: HTMLFormElement): string {
  let path = form.dataset["address"] ?? "";
  for (const input of inputs(form, "path")) path = path.replace(`{${input.name}}`, encodeURIComponent(input.value.trim()));
  const query = new URLSearchParams(inputs(form, "query").map((input) => [input.name, input.value.trim()]));
  return BASE + path + (query.size > 0 ? `?${query}` : "");
}

function request(form: HTMLFormElement): RequestInit {
  const headers = new Headers();
  const token = document.querySelector<HTMLInputElement>("[data-token]")?.value.trim();
  if (token) headers.set("authorization", `Bearer ${token}`);
  for (const input of inputs(form, "header")) headers.set(input.name, input.value.trim());
  const init: RequestInit = { method: form.dataset["method"] ?? "GET", headers, credentials: "omit", cache: "no-store" };
  const [json] = inputs(form, "body");
  const file = form.querySelector<HTMLInputElement>('[data-in="file"]')?.files?.[0];
  if (json) {
    headers.set("content-type", "application/json");
    init.body = json.value;
  } else if (file) {
    headers.set("content-type", "application/octet-stream");
    init.body = file;
  }
  return init;
}

async function words(answer: Response, form: HTMLFormElement): Promise<string> {
  const kind = answer.headers.get("content-type") ?? "";
  if (kind.includes("json")) return JSON.stringify(await answer.json(), null, 2);
  if (kind.startsWith("text/")) return answer.text();
  const { size } = await answer.blob();
  return size > 0 ? `${kind}, ${size} ${form.dataset["bytes"] ?? ""}` : "";
}

function show(form: HTMLFormElement, status: string, text: string): void {
  const place = form.querySelector<HTMLElement>(".try-answer");
  const says = place?.querySelector("[data-status]");
  const answer = place?.querySelector<HTMLElement>("[data-answer]");
  if (!place || !says || !answer) return;
  says.textContent = status;
  answer.textContent = text.slice(0, SHOWN);
  answer.hidden = text === "";
  place.hidden = false;
}
