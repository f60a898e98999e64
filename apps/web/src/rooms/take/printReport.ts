/**
 * Prints a report through the browser, which can save it as PDF. The report is shown in a frame
 * that nobody sees; its script, which saving and the slider need but paper does not, stays out.
 */
export function printReport(html: string, title: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'printed';
  frame.title = title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  const end = html.lastIndexOf('<script>');
  frame.srcdoc = `${html.slice(0, end)}</body></html>`;
  return new Promise((resolve) => {
    frame.onload = () => {
      const page = frame.contentWindow!;
      page.onafterprint = () => setTimeout(() => frame.remove());
      page.focus();
      page.print();
      resolve();
    };
    for (const old of document.querySelectorAll('iframe.printed')) old.remove();
    document.body.append(frame);
  });
}
