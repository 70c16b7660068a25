package org.vigie.monitor.site;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SiteRepository extends GenericRepository<Site, String> {

    Optional<Site> findByCode(String code);

    @Query("select * from site order by created_at, code")
    List<Site> inOrderOfArrival();

    /// @return whether the site is new
    @Query("""
            insert into site (code, name, zone, created_at) values (:code, :name, :zone, :at)
            on conflict (code) do update set name = excluded.name, zone = excluded.zone
            returning (xmax = 0)
            """)
    boolean put(String code, String name, String zone, Instant at);
}
