import * as core from '@cornerstonejs/core';
import * as loader from '@cornerstonejs/dicom-image-loader';
import * as tools from '@cornerstonejs/tools';
import type { Frame } from './images';
import { fits, type Window } from './presets';

/** What the corners of the picture say. */
export interface Readout {
  index: number;
  total: number;
  width: number;
  center: number;
  zoom: number;
  inverted: boolean;
}

export interface Listener {
  changed: (readout: Readout) => void;
  shown: () => void;
  failed: (why: string) => void;
}

let ready: Promise<void> | null = null;

/** Starts the viewer library once per page. */
function start(): Promise<void> {
  ready ??= (async () => {
    await core.init();
    loader.init({ maxWebWorkers: 2 });
    tools.init();
    [tools.WindowLevelTool, tools.PanTool, tools.ZoomTool, tools.StackScrollTool].forEach(tools.addTool);
    core.cache.setMaxCacheSize(256 * 1024 * 1024);
  })();
  return ready;
}

/** The loader rejects with an error, or with an object that holds the request. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) {
    return error.message;
  }
  const status = (error as { status?: number } | null)?.status;
  return status ? `HTTP ${status}` : '';
}

/** Some faults of the loader reach nobody but the window: while an image is loaded, those are the image's. */
async function orLost<T>(loading: Promise<T>): Promise<T> {
  let stop = () => {};
  const lost = new Promise<never>((_, reject) => {
    const seen = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      reject(event.reason instanceof Error ? event.reason : new Error(reasonOf(event.reason)));
    };
    window.addEventListener('unhandledrejection', seen);
    stop = () => window.removeEventListener('unhandledrejection', seen);
  });
  try {
    return await Promise.race([loading, lost]);
  } finally {
    stop();
  }
}

let serial = 0;

/** One picture on the page: a stack of frames with its mouse. Made by `open`, ended by `close`. */
export class Stage {
  private readonly id = `stage-${(serial += 1)}`;
  private readonly engine = new core.RenderingEngine(this.id);
  private readonly unlisten: (() => void)[] = [];
  private imageIds: string[] = [];
  private closed = false;

  private constructor(
    private readonly element: HTMLDivElement,
    private readonly listener: Listener,
  ) {}

  static async open(element: HTMLDivElement, listener: Listener, isDead: () => boolean): Promise<Stage | null> {
    await start();
    if (isDead()) {
      return null;
    }
    const stage = new Stage(element, listener);
    stage.prepare();
    return stage;
  }

  private prepare(): void {
    const { id, engine, element } = this;
    engine.enableElement({
      viewportId: id,
      type: core.Enums.ViewportType.STACK,
      element,
      defaultOptions: { background: [0, 0, 0] },
    });
    const group = tools.ToolGroupManager.createToolGroup(id);
    if (!group) {
      throw new Error(`tool group ${id} exists already`);
    }
    const names = [tools.WindowLevelTool, tools.PanTool, tools.ZoomTool, tools.StackScrollTool].map((t) => t.toolName);
    names.forEach((name) => group.addTool(name));
    const mouse = tools.Enums.MouseBindings;
    group.setToolActive(tools.WindowLevelTool.toolName, { bindings: [{ mouseButton: mouse.Primary }] });
    group.setToolActive(tools.PanTool.toolName, { bindings: [{ mouseButton: mouse.Auxiliary }] });
    group.addViewport(id, id);

    const report = () => this.report();
    for (const name of [
      core.Enums.Events.VOI_MODIFIED,
      core.Enums.Events.CAMERA_MODIFIED,
      core.Enums.Events.STACK_NEW_IMAGE,
    ]) {
      element.addEventListener(name, report);
      this.unlisten.push(() => element.removeEventListener(name, report));
    }
    const rendered = () => {
      // a frame that could not be loaded is rendered too: as nothing
      if (this.viewport.getCornerstoneImage()) {
        this.report();
        this.listener.shown();
      }
    };
    element.addEventListener(core.Enums.Events.IMAGE_RENDERED, rendered);
    this.unlisten.push(() => element.removeEventListener(core.Enums.Events.IMAGE_RENDERED, rendered));

    // A frame that does not arrive rejects nothing; this event is the only sign of it.
    const failed = (event: Event) => {
      const { imageId, error } = (event as CustomEvent<{ imageId?: string; error?: unknown }>).detail ?? {};
      if (!imageId || this.imageIds.includes(imageId)) {
        this.listener.failed(reasonOf(error));
      }
    };
    for (const name of [core.Enums.Events.IMAGE_LOAD_ERROR, core.Enums.Events.IMAGE_LOAD_FAILED]) {
      core.eventTarget.addEventListener(name, failed);
      this.unlisten.push(() => core.eventTarget.removeEventListener(name, failed));
    }
    const resize = new ResizeObserver(() => {
      if (!this.closed) {
        this.engine.resize(true, true);
      }
    });
    resize.observe(element);
    this.unlisten.push(() => resize.disconnect());
  }

  private get viewport(): core.StackViewport {
    return this.engine.getViewport(this.id) as core.StackViewport;
  }

  async show(frames: Frame[]): Promise<void> {
    for (const frame of frames) {
      loader.wadors.metaDataManager.add(frame.imageId, frame.metadata as never);
    }
    this.imageIds = frames.map((frame) => frame.imageId);
    const mouse = tools.Enums.MouseBindings;
    const group = tools.ToolGroupManager.getToolGroup(this.id);
    const many = frames.length > 1;
    const scroll = tools.StackScrollTool.toolName;
    // one image has nothing to scroll through: there the wheel zooms
    group?.setToolActive(tools.ZoomTool.toolName, {
      bindings: many
        ? [
            { mouseButton: mouse.Secondary },
            { mouseButton: mouse.Wheel, modifierKey: tools.Enums.KeyboardBindings.Ctrl },
          ]
        : [{ mouseButton: mouse.Secondary }, { mouseButton: mouse.Wheel }],
    });
    if (many) {
      group?.setToolActive(scroll, { bindings: [{ mouseButton: mouse.Wheel }] });
    } else {
      group?.setToolDisabled(scroll);
    }
    // Loaded beforehand because setStack resolves as if nothing had happened when its frame does not arrive.
    const at = Math.floor((frames.length - 1) / 2);
    const first = this.imageIds[at];
    if (first !== undefined) {
      await orLost(core.imageLoader.loadAndCacheImage(first));
    }
    if (this.closed) {
      return;
    }
    await this.viewport.setStack(this.imageIds, at);
    if (!this.closed) {
      this.viewport.render();
    }
  }

  /** The picture's values, for windows that follow them. */
  values(): ArrayLike<number> {
    const image = this.viewport.getCornerstoneImage();
    return image ? image.getPixelData() : [];
  }

  /** Whether the window in use shows the picture. */
  fits(): boolean {
    const { voiRange } = this.viewport.getProperties();
    return !voiRange || fits(voiRange, this.values());
  }

  window(window: Window | null): void {
    const viewport = this.viewport;
    if (window === null) {
      const { invert } = viewport.getProperties();
      viewport.resetProperties();
      viewport.setProperties({ invert });
    } else {
      viewport.setProperties({ voiRange: { lower: window.lower, upper: window.upper } });
    }
    viewport.render();
    this.report();
  }

  invert(): void {
    const viewport = this.viewport;
    viewport.setProperties({ invert: !viewport.getProperties().invert });
    viewport.render();
    this.report();
  }

  fit(): void {
    this.viewport.resetCamera();
    this.viewport.render();
    this.report();
  }

  reset(): void {
    this.viewport.resetProperties();
    this.fit();
  }

  scroll(by: number): void {
    const to = this.viewport.getCurrentImageIdIndex() + by;
    if (to >= 0 && to < this.imageIds.length) {
      void this.viewport.setImageIdIndex(to);
    }
  }

  private report(): void {
    if (this.closed) {
      return;
    }
    const viewport = this.viewport;
    const { voiRange, invert } = viewport.getProperties();
    const level = voiRange ? core.utilities.windowLevel.toWindowLevel(voiRange.lower, voiRange.upper) : null;
    this.listener.changed({
      index: viewport.getCurrentImageIdIndex(),
      total: this.imageIds.length,
      width: level?.windowWidth ?? 0,
      center: level?.windowCenter ?? 0,
      zoom: viewport.getZoom(),
      inverted: invert ?? false,
    });
  }

  close(): void {
    this.closed = true;
    this.unlisten.forEach((stop) => stop());
    tools.ToolGroupManager.destroyToolGroup(this.id);
    this.engine.destroy();
    core.cache.purgeCache();
  }
}
