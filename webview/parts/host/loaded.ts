/** When all of the page is there, and what was sent to it before that: VS Code hands it over when the page is loaded. */
export async function loaded(): Promise<void> {
  if (document.readyState !== 'complete')
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  await new Promise((resolve) => setTimeout(resolve));
}
