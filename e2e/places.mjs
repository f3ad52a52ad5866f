// Every page of the product, by the name its pictures and its checks carry, its address, and what is done there.
// The numbers are those of the first records of the made-up company (`dealwright demo`).

const opened = (page) => page.locator("dialog[open]").waitFor();

export const PLACES = [
  ["day", "/day"],
  ["board", "/deals"],
  [
    "refusal",
    "/deals",
    async (page) => {
      await page.locator('[data-stage="discovery"] .card a').first().focus();
      await page.keyboard.press("m");
      await page.locator("#move-menu").getByText(/^(Presentation|Презентация)$/).click();
      await page.locator("dialog[open]:not(#move-menu)").waitFor();
    },
  ],
  ["list", "/deals/list"],
  [
    "views",
    "/deals/list?owner=me&sort=name",
    async (page) => {
      await page.locator("[data-opens], a[href*='/views/new']").first().click();
      await opened(page);
      await page.fill("dialog[open] [name=view]", "Mine by name");
      await page.locator("dialog[open] [name=shared]").selectOption("team");
      await page.locator("dialog[open] [type=submit].main").click();
      await page.waitForURL(/view=/);
      await page.goto(page.url() + "&next=planned");
      await page.locator(".views a[href*='/views/new']").click();
      await opened(page);
    },
  ],
  ["deal", "/deals/1"],
  [
    "files",
    "/deals/1",
    async (page) => {
      const file = (name, text) => ({ name, mimeType: "", buffer: Buffer.from(text) });
      const files = [
        file("Northwind offer, fourth version with all annexes.pdf", "%PDF-1.7 " + "x".repeat(1_450_000)),
        file("Протокол встречи.txt", "Договорились о пилоте"),
        file("installer.exe", "MZ\x90\0\x03\0\0\0"),
        file("nothing.docx", ""),
      ];
      const sent = () => page.locator("#files .files a[download]").getByText("installer.exe").waitFor();
      if (!(await page.locator("#files .files a[download]").count())) await page.setInputFiles("#files input[type=file]", files);
      else await page.setInputFiles("#files input[type=file]", files.slice(3));
      await sent();
      await page.locator("[data-refused]").waitFor();
      await page.locator("#files").evaluate((files) => files.scrollIntoView({ block: "end" }));
    },
  ],
  [
    "log",
    "/deals/1",
    async (page) => {
      await page.locator(".step-ahead a.main, main a[href*='/done']").first().click();
      await opened(page);
    },
  ],
  [
    "palette",
    "/deals/1",
    async (page) => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("bre");
      await page.locator("dialog[open] [role=option], dialog[open] li a").first().waitFor();
    },
  ],
  [
    "bulk",
    "/deals/list",
    async (page) => {
      for (const at of [0, 1, 2]) await page.locator("[data-select]").nth(at).check();
      await page.locator("[data-bulk] [value=move]").click();
      await opened(page);
      await page.locator("dialog[open] [name=stage]").selectOption({ index: 3 });
      await page.locator("dialog[open] .main").click();
      await page.locator("dialog[open] .bulk-kept").waitFor();
    },
  ],
  [
    "inline",
    "/deals/list",
    async (page) => {
      await page.locator("td[data-edit$=expected_close_on]").nth(1).dblclick();
      await page.locator("form[data-inline]").waitFor();
    },
  ],
  [
    "undo",
    "/deals/1",
    async (page) => {
      await page.locator("main form [name=body]").fill("A slip of the pen");
      await page.locator("main form:has([name=body]) [type=submit]").first().click();
      await page.locator("#toasts form").waitFor();
      await page.locator(".entry summary").nth(1).click();
    },
  ],
  ["deal-new", "/deals/new"],
  ["deal-edit", "/deals/1/edit"],
  ["companies", "/companies"],
  ["company", "/companies/1"],
  ["company-new", "/companies/new"],
  [
    "fact",
    "/companies/1",
    async (page) => {
      await page.locator("dd[data-edit$=industry] [data-pencil]").press("Enter");
      await page.locator("form[data-inline]").waitFor();
    },
  ],
  ["people", "/people"],
  ["person", "/people/1"],
  ["person-new", "/people/new"],
  ["activity-new", "/activities/new?deal=1&mode=log"],
  ["reports", "/reports"],
  ["processes", "/process"],
  ["process", "/process/six-stage-funnel"],
  ["imports", "/import"],
  ["import-new", "/import/new"],
  ["search", "/search?q=bre"],
  ["notifications", "/notifications"],
  ["archive", "/archive"],
  ["members", "/members"],
  ["member-new", "/members/new"],
  ["profile", "/profile"],
  ["settings", "/settings"],
  ["settings-hours", "/settings/hours"],
  ["settings-teams", "/settings/teams"],
  ["settings-roles", "/settings/roles"],
  ["settings-products", "/settings/products"],
  ["settings-lists", "/settings/lists/activity-type"],
  ["settings-tokens", "/settings/tokens"],
  ["api", "/api"],
];
