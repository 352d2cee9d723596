/**
 * What a picture of the map is to show: CSS pixels, of which each has `ratio` on the screen, and where its corner lies in the world of
 * `size` pixels.
 */
export type View = { width: number; height: number; left: number; top: number; size: number; ratio: number }

/** A view with what to draw it on, in CSS pixels. */
export type Scene = View & { context: OffscreenCanvasRenderingContext2D }

/** Draws one view after the other, each on an empty scene, and hands it over as a picture. */
export const onScene = (draw: (scene: Scene) => void) => {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  return (view: View): ImageBitmap => {
    const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)]
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0)
    draw({ ...view, context })
    // What is left behind is an empty scene.
    return canvas.transferToImageBitmap()
  }
}
