// Every changing request carries the session's token; an ended session asks to sign in without losing the page.
import { showNotice } from "./toasts";
import { word } from "./words";

const SIGN_IN = "/sign-in";

interface Exchange {
  detail: { ctx: { request: { headers: Record<string, string> }; response?: { status: number } } };
}

export function startGuard(): void {
  document.addEventListener("htmx:config:request", (event) => {
    (event as unknown as Exchange).detail.ctx.request.headers["X-CSRF-Token"] = token();
  });
  document.addEventListener("htmx:before:response", (event) => {
    if ((event as unknown as Exchange).detail.ctx.response?.status !== 401) return;
    event.preventDefault();
    askToSignIn();
  });
  document.addEventListener("htmx:error", () => showNotice(word("connectionLost")));
}

/** Asks the server for a fragment; an ended session and a lost connection are told, and give nothing. */
export async function ask(address: string, sending?: URLSearchParams): Promise<Response | undefined> {
  const headers = { "HX-Request": "true", "X-CSRF-Token": token() };
  try {
    const answer = await fetch(address, sending ? { method: "POST", body: sending, headers } : { headers });
    if (answer.status !== 401) return answer;
    askToSignIn();
  } catch {
    showNotice(word("connectionLost"));
  }
  return undefined;
}

export function token(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

export function askToSignIn(): void {
  showNotice(word("signInAgain"), { label: word("signIn"), address: SIGN_IN });
}
