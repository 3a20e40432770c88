package dev.carrier.sandbox.instagram.publish;

import dev.carrier.sandbox.instagram.graph.Call;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Shape;
import dev.carrier.sandbox.instagram.publish.Container.Life;
import dev.carrier.sandbox.instagram.world.Account;
import dev.carrier.sandbox.instagram.world.Rejected;
import dev.carrier.sandbox.instagram.world.Setting;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.json.Json;
import dev.carrier.sandbox.orders.Effect;
import dev.carrier.sandbox.orders.Exchange;
import dev.carrier.sandbox.orders.Order;
import dev.carrier.sandbox.orders.Orders;
import dev.carrier.sandbox.orders.Point;
import dev.carrier.sandbox.orders.Where;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Publishing on the Graph API: {@code POST /{ig-id}/media}, {@code GET /{container-id}}, {@code
 * POST /{ig-id}/media_publish}. Safe for use by many threads.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/content-publishing">Publish
 *     content</a>
 */
public final class Publishing implements AutoCloseable {
    private final World world;
    private final Orders orders;
    private final Containers containers = new Containers();
    private final Library library = new Library();
    private final Processing processing;
    private final Shape<Container> shape;

    /** Publishes into {@code world}. */
    public Publishing(World world, Orders orders) {
        this.world = world;
        this.orders = orders;
        this.processing = new Processing(world, containers, library, orders);
        this.shape = ContainerShape.of(world.clock());
    }

    /** Adds its routes to the Graph API. */
    public void register(Graph graph) {
        Graph.Nodes<Account> account =
                (call, id) -> world.account(id).filter(call.account()::equals);
        graph.route("POST", account, "media", this::create);
        graph.route("POST", account, "media_publish", this::publish);
        new PublishingLimit(world, containers).register(graph, account);
        graph.route(
                "GET",
                (call, id) -> own(call.account(), id),
                "",
                (call, container) -> shape.write(call, container, call.fields()));
    }

    /** What fetches the files of direct messages, and keeps copies of them. */
    public SentFiles sentFiles() {
        return new SentFiles(world, library, processing.fetcher());
    }

    /** Adds its routes to the control API, and where copies of media are. */
    public void register(RoutesConfig routes) {
        new ContainersApi(world, containers).register(routes);
        library.register(routes);
    }

    private Optional<Container> own(Account account, String id) {
        return containers.find(id).filter(it -> it.owner().equals(account.id()));
    }

    private JsonNode create(Call call, Account account) {
        var form = FormReader.read(call.parameters());
        var since = world.clock().instant().minus(Containers.DAY);
        if (containers.made(account.id(), since)
                >= world.settings().number(Setting.CONTAINERS_PER_DAY)) {
            // Meta's page names no error for it; this is that of the other limit of a day.
            throw FormReader.rejected(Fault.QUOTA);
        }
        form.children().forEach(id -> mustBePart(account, id));
        var image = image(account, form);
        var container = container(account, form);
        image.ifPresent(bytes -> library.keep(container.id(), "image/jpeg", bytes));
        containers.add(container);
        if (container.life() instanceof Life.Fetching) {
            processing.begin(account, container);
        }
        return Json.object().put("id", container.id());
    }

    /** Its image, if it is one; a bad one makes no container. */
    private Optional<byte[]> image(Account account, ContainerForm form) {
        if (form.kind().moves() || form.media().isEmpty()) {
            return Optional.empty();
        }
        var fetched = processing.atOnce(account, form);
        if (fetched.fault().isPresent()) {
            throw refused(fetched.fault().get(), form.media().get());
        }
        return Optional.of(fetched.bytes());
    }

    private static Rejected refused(Fault fault, URI url) {
        var refusal = FormReader.rejected(fault).refusal();
        return fault == Fault.NOT_FETCHED
                ? Rejected.of(
                        refusal.forPeople(
                                "Media download has failed. The media URI doesn't meet our requirements.",
                                "The media could not be fetched from this URI: " + url))
                : Rejected.of(refusal);
    }

    private void mustBePart(Account account, String id) {
        var child =
                own(account, id)
                        .filter(it -> it.form().item())
                        .orElseThrow(() ->
                                Rejected.parameter(
                                        "children: " + id + " is no item of a carousel."));
        Publishable.state(child, world.clock().instant())
                .ifPresent(fault -> {
                    throw FormReader.rejected(fault);
                });
    }

    private Container container(Account account, ContainerForm form) {
        var now = world.clock().instant();
        var takes = form.kind().moves() ? Setting.VIDEO_PROCESSING : Setting.IMAGE_PROCESSING;
        var made =
                new Container(
                        world.newId(),
                        account.id(),
                        form,
                        now,
                        now.plus(world.settings().time(takes)),
                        now.plus(world.settings().time(Setting.CONTAINER_LIFE)),
                        form.kind().moves() ? new Life.Fetching() : new Life.Fetched());
        return ordered(account, form)
                .map(it ->
                        it.status().equals("EXPIRED") ? made.expired() : made.failed(it.subcode()))
                .orElse(made);
    }

    private Optional<Effect.Becomes> ordered(Account account, ContainerForm form) {
        var exchange =
                new Exchange(
                        Where.INSTAGRAM_CONTAINER,
                        form.kind().name(),
                        form.media().map(it -> it.getPath()).orElse(""),
                        account.username(),
                        form.caption());
        var claimed = orders.claim(exchange);
        orders.signals().record(Point.RECEIVED, exchange, OptionalInt.empty());
        return claimed.stream()
                .map(Order::effect)
                .filter(Effect.Becomes.class::isInstance)
                .map(Effect.Becomes.class::cast)
                .findFirst();
    }

    private JsonNode publish(Call call, Account account) {
        var id = call.needed("creation_id");
        // One at a time, so that two requests for one container cannot both be the first.
        synchronized (containers) {
            var container =
                    own(account, id).orElseThrow(() -> FormReader.rejected(Fault.NO_BUILDER));
            if (container.form().item()) {
                throw Rejected.parameter("An item of a carousel is not published alone.");
            }
            var now = world.clock().instant();
            var posts = containers.published(account.id(), now.minus(Containers.DAY));
            var most = world.settings().number(Setting.POSTS_PER_DAY);
            Publishable.problem(container, now, posts, most)
                    .ifPresent(fault -> {
                        throw FormReader.rejected(fault);
                    });
            var media =
                    world.publish(
                            account.author(),
                            Drafts.of(
                                    container,
                                    containers,
                                    it -> library.address(call.base(), it.id())));
            containers.published(container, media.id(), now);
            return Json.object().put("id", media.id());
        }
    }

    @Override
    public void close() {
        processing.close();
    }
}
