package org.vigie.monitor.model;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ModelRepository extends GenericRepository<Model, String> {

    Optional<Model> findByName(String name);

    @Query("select * from model order by name")
    List<Model> all();

    @Query("""
            insert into model (name, task, target, created_at) values (:name, :task, :target, :at)
            on conflict (name) do nothing
            """)
    void addIfAbsent(String name, String task, String target, Instant at);

    /// Lets one change of a model's roles follow the other.
    @Query("select name from model where name = :name for update")
    String lock(String name);
}
