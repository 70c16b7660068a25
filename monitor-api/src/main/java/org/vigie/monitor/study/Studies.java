package org.vigie.monitor.study;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vigie.monitor.platform.Sql;

/// Finds studies by whatever name a caller has: our id, the pseudonym of the Study Instance UID, or the original one,
/// which is hashed here and goes no further.
@Singleton
public class Studies {

    private final JdbcOperations jdbc;
    private final Pseudonyms pseudonyms;

    Studies(JdbcOperations jdbc, Pseudonyms pseudonyms) {
        this.jdbc = jdbc;
        this.pseudonyms = pseudonyms;
    }

    public Optional<UUID> find(String reference) {
        return Optional.ofNullable(find(List.of(reference)).get(reference));
    }

    /// @throws UnknownStudy if there is none
    public UUID require(String reference) {
        return find(reference).orElseThrow(UnknownStudy::new);
    }

    /// The studies that were found, by the names they were asked for with.
    @Transactional(readOnly = true)
    public Map<String, UUID> find(Collection<String> references) {
        Map<String, UUID> found = byUid("select id, study_uid as uid from study where study_uid = any(?)", references);
        List<UUID> ids = references.stream().flatMap(name -> id(name).stream()).toList();
        if (!ids.isEmpty()) {
            Sql.of("select id from study where id = any(?)", ids)
                    .list(jdbc, row -> Sql.uuid(row, "id"))
                    .forEach(id -> found.put(id.toString(), id));
        }
        return found;
    }

    /// The studies of instances, by their SOP Instance UIDs: pseudonyms or original ones.
    @Transactional(readOnly = true)
    public Map<String, UUID> findByInstance(Collection<String> sopInstanceUids) {
        return byUid("select study_id as id, sop_uid as uid from instance where sop_uid = any(?)", sopInstanceUids);
    }

    private Map<String, UUID> byUid(String query, Collection<String> names) {
        record Row(UUID id, String uid) {}
        var nameOf = new HashMap<String, String>();
        for (String name : names) {
            nameOf.put(pseudonyms.uid(name), name);
        }
        for (String name : names) {
            nameOf.put(name, name);
        }
        var found = new HashMap<String, UUID>();
        Sql.of(query, List.copyOf(nameOf.keySet()))
                .list(jdbc, row -> new Row(Sql.uuid(row, "id"), row.getString("uid")))
                .forEach(row -> found.put(nameOf.getOrDefault(row.uid(), row.uid()), row.id()));
        return found;
    }

    private static Optional<UUID> id(String name) {
        try {
            UUID id = UUID.fromString(name);
            return id.toString().equals(name) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
