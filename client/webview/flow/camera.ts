/** What of a picture is seen: a part of it as large as the stage, zoomed. Writes it into the picture's view box. */
export class Camera {
  private readonly stage: HTMLElement;
  private picture: SVGElement | undefined;
  private size = { width: 1, height: 1 };
  private zoom = 1;
  private x = 0;
  private y = 0;
  /** Until somebody moves it, the picture fits the stage. */
  private moved = false;

  constructor(stage: HTMLElement) {
    this.stage = stage;
    new ResizeObserver(() => (this.moved ? this.write() : this.fit())).observe(stage);
    stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    stage.addEventListener('pointerdown', (event) => this.drag(event));
  }

  /** Takes another picture; the part of the former that was looked at stays. */
  show(picture: SVGElement, size: { readonly width: number; readonly height: number }): void {
    this.picture = picture;
    this.size = size;
    if (this.moved) this.write();
    else this.fit();
  }

  fit(): void {
    const { clientWidth, clientHeight } = this.stage;
    this.zoom = Math.min(clientWidth / this.size.width, clientHeight / this.size.height, LARGEST_FIT);
    if (!(this.zoom > SMALLEST)) this.zoom = Math.max(SMALLEST, Math.min(1, this.zoom || 1));
    this.x = (this.size.width - clientWidth / this.zoom) / 2;
    this.y = Math.min(0, (this.size.height - clientHeight / this.zoom) / 2);
    this.moved = false;
    this.write();
  }

  /** Zooms about a point of the stage, else about its middle. */
  scale(by: number, at = { x: this.stage.clientWidth / 2, y: this.stage.clientHeight / 2 }): void {
    const next = Math.min(LARGEST, Math.max(SMALLEST, this.zoom * by));
    this.x += at.x / this.zoom - at.x / next;
    this.y += at.y / this.zoom - at.y / next;
    this.zoom = next;
    this.moved = true;
    this.write();
  }

  /** By pixels of the screen. */
  move(dx: number, dy: number): void {
    this.x += dx / this.zoom;
    this.y += dy / this.zoom;
    this.moved = true;
    this.write();
  }

  /** Moves just so far that a place of the picture can be seen. */
  reveal({ x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): void {
    const margin = 20 / this.zoom;
    const [wide, high] = [this.stage.clientWidth / this.zoom, this.stage.clientHeight / this.zoom];
    const [left, top] = [nearest(this.x, x - margin, x + width + margin - wide), nearest(this.y, y - margin, y + height + margin - high)];
    if (left === this.x && top === this.y) return;
    [this.x, this.y, this.moved] = [left, top, true];
    this.write();
  }

  private write(): void {
    const { clientWidth, clientHeight } = this.stage;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.picture?.setAttribute('viewBox', `${this.x} ${this.y} ${clientWidth / this.zoom} ${clientHeight / this.zoom}`);
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const box = this.stage.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    if (event.ctrlKey || event.metaKey) this.scale(Math.exp((-event.deltaY * unit) / 300), at);
    else if (event.shiftKey && event.deltaX === 0) this.move(event.deltaY * unit, 0);
    else this.move(event.deltaX * unit, event.deltaY * unit);
  }

  /** A box that is pressed is a button; anywhere else the picture is taken hold of. */
  private drag(event: PointerEvent): void {
    if (event.button > 1 || (event.target instanceof Element && event.target.closest('.box'))) return;
    this.stage.setPointerCapture(event.pointerId);
    let last = event;
    const move = (next: PointerEvent): void => {
      this.move(last.clientX - next.clientX, last.clientY - next.clientY);
      last = next;
    };
    const end = (): void => {
      this.stage.removeEventListener('pointermove', move);
      this.stage.classList.remove('held');
    };
    this.stage.classList.add('held');
    this.stage.addEventListener('pointermove', move);
    for (const over of ['pointerup', 'pointercancel']) this.stage.addEventListener(over, end, { once: true });
  }
}

const LARGEST_FIT = 1.15;
const LARGEST = 4;
const SMALLEST = 0.08;

/** The value between two limits that is nearest; where they have crossed, there is no room, and the first counts. */
function nearest(value: number, most: number, least: number): number {
  return least > most ? most : Math.min(most, Math.max(least, value));
}
