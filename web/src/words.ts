// The few words scripts say; the page brings them in the reader's language.

type Key = "signInAgain" | "signIn" | "connectionLost" | "tryAgain" | "close" | "cardMoved" | "cardKept" | "moveTo" | "cancel" | "keptBack" | "startAfresh";

/** The sentence under `key`, with `{name}` places filled. */
export function word(key: Key, places: Record<string, string> = {}): string {
  const sentence = document.querySelector<HTMLElement>("#script-words")?.dataset[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
}
