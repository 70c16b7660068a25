package org.vigie.dicom;

import org.jspecify.annotations.Nullable;

/// Value representations (PS3.5 table 6.2-1).
public enum Vr {
    AE(Kind.TEXT),
    AS(Kind.TEXT),
    AT(Kind.TAG),
    CS(Kind.TEXT),
    DA(Kind.TEXT),
    DS(Kind.TEXT),
    DT(Kind.TEXT),
    FD(Kind.REAL, 8, false),
    FL(Kind.REAL, 4, false),
    IS(Kind.TEXT),
    LO(Kind.FREE_TEXT),
    LT(Kind.FREE_TEXT),
    OB(Kind.BINARY, 1, true),
    OD(Kind.BINARY, 8, true),
    OF(Kind.BINARY, 4, true),
    OL(Kind.BINARY, 4, true),
    OV(Kind.BINARY, 8, true),
    OW(Kind.BINARY, 2, true),
    PN(Kind.FREE_TEXT),
    SH(Kind.FREE_TEXT),
    SL(Kind.INTEGER, 4, false),
    SQ(Kind.SEQUENCE, 1, true),
    SS(Kind.INTEGER, 2, false),
    ST(Kind.FREE_TEXT),
    SV(Kind.INTEGER, 8, true),
    TM(Kind.TEXT),
    UC(Kind.FREE_TEXT, 1, true),
    UI(Kind.TEXT),
    UL(Kind.INTEGER, 4, false),
    UN(Kind.BINARY, 1, true),
    UR(Kind.TEXT, 1, true),
    US(Kind.INTEGER, 2, false),
    UT(Kind.FREE_TEXT, 1, true),
    UV(Kind.INTEGER, 8, true);

    /// How the bytes of a value are to be understood.
    public enum Kind {
        /// Text of the default character repertoire.
        TEXT,
        /// Text in the data set's own character set.
        FREE_TEXT,
        /// Binary integers.
        INTEGER,
        /// Binary floating point.
        REAL,
        /// Pairs of 16-bit numbers.
        TAG,
        /// Bytes, or words of some width.
        BINARY,
        /// Nested data sets.
        SEQUENCE
    }

    private final Kind kind;
    private final int wordBytes;
    private final boolean longLength;

    Vr(Kind kind) {
        this(kind, kind == Kind.TAG ? 2 : 1, false);
    }

    Vr(Kind kind, int wordBytes, boolean longLength) {
        this.kind = kind;
        this.wordBytes = wordBytes;
        this.longLength = longLength;
    }

    public Kind kind() {
        return kind;
    }

    /// Bytes that are swapped together when the byte order changes.
    public int wordBytes() {
        return wordBytes;
    }

    /// Whether explicit VR gives it a 32-bit length after two reserved bytes.
    boolean hasLongLength() {
        return longLength;
    }

    /// Whether a backslash separates values.
    boolean isMultiValued() {
        return switch (this) {
            case LT, ST, UT, UR -> false;
            default -> true;
        };
    }

    /// The byte that makes a value's length even.
    byte padding() {
        return (kind == Kind.TEXT && this != UI) || kind == Kind.FREE_TEXT ? (byte) ' ' : 0;
    }

    private static final @Nullable Vr[] BY_CODE = byCode();

    private static @Nullable Vr[] byCode() {
        @Nullable Vr[] table = new @Nullable Vr[26 * 26];
        for (Vr vr : values()) {
            table[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
        return table;
    }

    /// The representation with these two letters, or null if there is none.
    static @Nullable Vr of(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            return null;
        }
        return BY_CODE[(first - 'A') * 26 + second - 'A'];
    }
}
