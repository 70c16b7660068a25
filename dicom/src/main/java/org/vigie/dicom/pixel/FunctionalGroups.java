package org.vigie.dicom.pixel;

import java.util.List;
import java.util.Optional;
import org.vigie.dicom.DataSet;
import org.vigie.dicom.Tag;

/// Attributes of a frame in an enhanced multi-frame object (PS3.3 C.7.6.16).
final class FunctionalGroups {

    private FunctionalGroups() {}

    /// The group's item for the frame, else the item for all frames, else the data set itself.
    static DataSet find(DataSet dataSet, int frame, int group) {
        List<DataSet> perFrame = dataSet.sequence(Tag.PerFrameFunctionalGroupsSequence);
        Optional<DataSet> own = frame < perFrame.size() ? perFrame.get(frame).item(group) : Optional.empty();
        return own.or(() -> dataSet.item(Tag.SharedFunctionalGroupsSequence).flatMap(shared -> shared.item(group)))
                .orElse(dataSet);
    }
}
