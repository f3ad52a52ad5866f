// Light, dark or as the device: shown at once, kept in the profile by the form's own sending.

export function startTheme(): void {
  document.addEventListener("change", (event) => {
    const choice = event.target;
    if (choice instanceof HTMLInputElement || choice instanceof HTMLSelectElement) {
      if (choice.name === "theme") document.documentElement.dataset["theme"] = choice.value;
    }
  });
}
