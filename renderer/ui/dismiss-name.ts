/**
 * React Aria ends what it floats with a button that only screen readers find, and names it from its own catalogue, which has
 * no Kurdish: a ref for the floating element that gives it our word.
 */
export function dismissName(name: string): (floating: HTMLElement | null) => void {
  return (floating) => {
    // Its form (react-aria, DismissButton): out of the tab order, one pixel wide.
    for (const button of floating?.querySelectorAll('button[tabindex="-1"][style*="width: 1px"]') ?? [])
      button.setAttribute('aria-label', name)
  }
}
