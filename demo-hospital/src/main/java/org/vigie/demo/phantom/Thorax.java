package org.vigie.demo.phantom;

/// The attenuation of one body at one point: soft tissue, lungs, heart, great vessels and bones.
/// Roughly: 0 is air beside the patient, 0.35 a lung, 1 the mediastinum, 1.4 spine upon abdomen.
final class Thorax {
    private final Body body;
    private final Curve bodyHalfWidth;
    private final Curve cage;
    private final Curve mediastinum;
    private final Curve rightDiaphragm;
    private final Curve leftDiaphragm;
    private final Curve posteriorRib;
    private final Curve anteriorRib;
    private final Curve clavicle;
    private final Curve spine;
    private final float heartCos;
    private final float heartSin;

    Thorax(Body body, Pose pose) {
        this.body = body;
        bodyHalfWidth = new Curve(y -> body.width()
                * (0.27
                        + 0.72 * smoothStep(-1.02, -0.62, y)
                        - 0.15 * smoothStep(-0.45, 0.5, y)
                        + 0.05 * smoothStep(0.5, 1.2, y)));
        cage = new Curve(y -> {
            double q = (y + 0.84) / 1.4;
            return q <= 0
                    ? -1
                    : body.chest() * 0.745 * Math.sqrt(1 - Math.pow(Math.max(0, 1 - q), 2.6)) * (1 + 0.05 * q);
        });
        mediastinum =
                new Curve(y -> 0.105 + 0.13 * Math.exp(-Math.max(0, y + 0.84) * 7) + 0.035 * smoothStep(-0.3, 0.5, y));
        double base = 0.66 + body.diaphragm() + pose.inspiration();
        rightDiaphragm = new Curve(x -> dome(x, base - 0.05));
        leftDiaphragm = new Curve(x -> dome(x, base));
        posteriorRib = new Curve(x -> 0.95 * (x - 0.22) * (x - 0.22) + 0.25 * Math.pow(Math.max(0, x - 0.6), 2));
        anteriorRib = new Curve(x -> 0.52 * (0.8 - x) + 0.35 * Math.pow(Math.max(0, x - 0.55), 2) * 4);
        clavicle = new Curve(x -> -0.585 - 0.20 * (x - 0.1) + 0.035 * Math.sin((x - 0.1) * 7));
        spine = new Curve(y -> 1 + 0.30 * Math.cos(y * 2 * Math.PI / (body.ribSpacing() * 1.05)));
        heartCos = (float) Math.cos(body.heartTilt());
        heartSin = (float) Math.sin(body.heartTilt());
    }

    /// How much of the way through the chest is air, 0 to 1.
    float lung(float x, float y) {
        float ax = Math.abs(x);
        float floor = (x < 0 ? rightDiaphragm : leftDiaphragm).at(ax);
        float lateral = cage.at(y) - ax;
        float medial = ax - mediastinum.at(y);
        float inferior = (floor - y) * 1.4f;
        float depth = Math.min(Math.min(lateral, medial), inferior);
        if (depth <= 0) {
            return 0;
        }
        float edge = smoothStep(0f, 0.035f, depth);
        float fill = 0.62f + 0.38f * Math.min(1, depth / 0.22f);
        return edge * fill * (1 - 0.82f * heart(x, y));
    }

    float attenuation(float x, float y, float lung) {
        float half = bodyHalfWidth.at(y);
        float relative = x / half;
        float inside = 1 - relative * relative;
        if (inside <= 0) {
            return 0;
        }
        float soft = body.thickness() * (0.42f + 0.58f * (float) Math.sqrt(inside)) * smoothStep(0f, 0.05f, inside);
        float ax = Math.abs(x);
        float value = soft * (1 - 0.76f * body.lungDensity() * lung);
        value += 0.12f * heart(x, y) + 0.10f * aorta(x, y) - trachea(x, y) + abdomen(x, y, lung) + breast(x, y);
        return value + bones(x, y, ax);
    }

    private float bones(float x, float y, float ax) {
        float spineProfile = 1 - (x / 0.085f) * (x / 0.085f);
        float value = spineProfile > 0 ? 0.11f * (float) Math.sqrt(spineProfile) * spine.at(y) : 0;
        float cageHere = cage.at(y);
        if (ax > 0.07f && ax < cageHere + 0.03f) {
            float edge = smoothStep(0f, 0.05f, cageHere + 0.03f - ax);
            value += edge * body.ribContrast() * rib(y - posteriorRib.at(ax) + 0.78f, 0.026f, 10);
            if (ax > 0.22f) {
                value += edge
                        * smoothStep(0.22f, 0.42f, ax)
                        * 0.55f
                        * body.ribContrast()
                        * rib(y - anteriorRib.at(ax) + 0.70f, 0.031f, 7);
            }
        }
        if (y < -0.4f && ax > 0.08f && ax < 0.86f) {
            value += 0.11f
                    * tube((y - clavicle.at(ax)) / 0.034f)
                    * smoothStep(0.08f, 0.11f, ax)
                    * (1 - smoothStep(0.8f, 0.86f, ax));
        }
        return body.boneDensity() * (value + shoulder(ax, y));
    }

    /// A family of parallel ribs, one every rib spacing.
    private float rib(float y, float halfThickness, int count) {
        float position = y / body.ribSpacing() - body.ribPhase() * 0.5f;
        int nearest = Math.round(position);
        if (nearest < 0 || nearest >= count) {
            return 0;
        }
        return tube((position - nearest) * body.ribSpacing() / halfThickness);
    }

    /// A hollow bone across its width: denser at the cortex than in the middle.
    private static float tube(float t) {
        float u = t * t;
        return u >= 1 ? 0 : (float) Math.sqrt(1 - u) * (0.72f + 0.6f * u);
    }

    private static float shoulder(float ax, float y) {
        float hx = (ax - 0.98f) / 0.17f;
        float hy = (y + 0.60f) / 0.19f;
        float head = 1 - hx * hx - hy * hy;
        float value = head > 0 ? 0.16f * (float) Math.sqrt(head) : 0;
        float edge = ax - (0.70f + 0.10f * (y + 0.5f));
        if (y > -0.62f && y < 0.12f && edge > 0) {
            value += 0.05f
                    * smoothStep(0f, 0.02f, edge)
                    * smoothStep(0.12f, -0.05f, y)
                    * smoothStep(-0.62f, -0.5f, y)
                    * smoothStep(0.24f, 0.10f, edge);
        }
        return value;
    }

    private float heart(float x, float y) {
        float left = ellipse(x - 0.15f, y - 0.29f, 0.37f, 0.26f);
        float right = ellipse(x + 0.05f, y - 0.28f, 0.17f, 0.22f);
        return Math.max(left, right);
    }

    private float ellipse(float dx, float dy, float a, float b) {
        float x = (heartCos * dx + heartSin * dy) / (a * body.heartSize());
        float y = (-heartSin * dx + heartCos * dy) / (b * body.heartSize());
        float inside = 1 - x * x - y * y;
        return inside <= 0 ? 0 : Math.min(1, 1.5f * inside);
    }

    private static float aorta(float x, float y) {
        float dx = (x - 0.13f) / 0.085f;
        float dy = (y + 0.34f) / 0.10f;
        float inside = 1 - dx * dx - dy * dy;
        float descending = (x - 0.115f) / 0.05f;
        float trunk = y > -0.34f && y < 0.5f ? 0.45f * Math.max(0, 1 - descending * descending) : 0;
        return Math.max(trunk, inside > 0 ? (float) Math.sqrt(inside) : 0);
    }

    private static float trachea(float x, float y) {
        float dx = (x + 0.01f) / 0.05f;
        float inside = 1 - dx * dx;
        return inside <= 0 ? 0 : 0.16f * (float) Math.sqrt(inside) * smoothStep(-0.12f, -0.3f, y);
    }

    private float abdomen(float x, float y, float lung) {
        if (lung > 0 || y < 0.2f) {
            return 0;
        }
        float floor = (x < 0 ? rightDiaphragm : leftDiaphragm).at(Math.abs(x));
        float below = y - floor;
        float gasX = (x - 0.36f) / 0.15f;
        float gasY = (below - 0.10f) / 0.055f;
        float gas = 1 - gasX * gasX - gasY * gasY;
        return 0.14f * smoothStep(0f, 0.25f, below) - (gas > 0 ? 0.22f * Math.min(1, 2 * gas) : 0);
    }

    private float breast(float x, float y) {
        if (body.breast() == 0) {
            return 0;
        }
        float dx = (Math.abs(x) - 0.46f) / 0.36f;
        float dy = (y - 0.36f) / 0.30f;
        float inside = 1 - dx * dx - dy * dy;
        return inside <= 0 ? 0 : body.breast() * (float) Math.sqrt(inside) * (dy > 0 ? 1 : 1 + 0.8f * dy);
    }

    private static double dome(double x, double base) {
        double t = (x - 0.36) / 0.46;
        return base - 0.21 * (1 - t * t);
    }

    static float smoothStep(float from, float to, float x) {
        float t = Math.clamp((x - from) / (to - from), 0f, 1f);
        return t * t * (3 - 2 * t);
    }

    private static double smoothStep(double from, double to, double x) {
        double t = Math.clamp((x - from) / (to - from), 0.0, 1.0);
        return t * t * (3 - 2 * t);
    }
}
