package org.vigie.reports.document;

import com.openhtmltopdf.extend.FSTextBreaker;

/// Lines break after a plain space and nowhere else: not after an apostrophe, and not at the narrow
/// spaces that belong to a number.
final class SpaceBreaker implements FSTextBreaker {

    private String text = "";
    private int position;

    @Override
    public int next() {
        int space = text.indexOf(' ', position);
        if (space < 0) {
            if (position < 0 || position >= text.length()) {
                return -1;
            }
            position = text.length();
            return position;
        }
        position = space + 1;
        return position;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }
}
