/** Tells the person something below all that the page shows, until what is returned is called. */
export function tellBelow(text: string): () => void {
  const before = [...document.querySelectorAll('.told-below')].find((one) => one.textContent === text);
  const told = before ?? document.createElement('p');
  told.className = 'told-below';
  told.setAttribute('role', 'alert');
  told.textContent = text;
  document.body.append(told);
  return () => told.remove();
}
