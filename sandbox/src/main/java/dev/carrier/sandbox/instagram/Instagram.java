package dev.carrier.sandbox.instagram;

import dev.carrier.sandbox.http.Part;
import dev.carrier.sandbox.instagram.control.FeedApi;
import dev.carrier.sandbox.instagram.control.FilesApi;
import dev.carrier.sandbox.instagram.control.InboxApi;
import dev.carrier.sandbox.instagram.control.LiveApi;
import dev.carrier.sandbox.instagram.control.Views;
import dev.carrier.sandbox.instagram.control.WebhookApi;
import dev.carrier.sandbox.instagram.control.WorldApi;
import dev.carrier.sandbox.instagram.graph.Graph;
import dev.carrier.sandbox.instagram.graph.Usage;
import dev.carrier.sandbox.instagram.payload.Shapes;
import dev.carrier.sandbox.instagram.publish.Publishing;
import dev.carrier.sandbox.instagram.routes.AccountRoutes;
import dev.carrier.sandbox.instagram.routes.CommentRoutes;
import dev.carrier.sandbox.instagram.routes.ConversationRoutes;
import dev.carrier.sandbox.instagram.routes.Found;
import dev.carrier.sandbox.instagram.routes.MediaRoutes;
import dev.carrier.sandbox.instagram.routes.SendRoutes;
import dev.carrier.sandbox.instagram.routes.TokenRoutes;
import dev.carrier.sandbox.instagram.webhook.Webhooks;
import dev.carrier.sandbox.instagram.world.Comments;
import dev.carrier.sandbox.instagram.world.Inbox;
import dev.carrier.sandbox.instagram.world.Sending;
import dev.carrier.sandbox.instagram.world.World;
import dev.carrier.sandbox.orders.Orders;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/**
 * The sandbox's Instagram: one world, its Graph API and its webhooks. Whoever adds routes to {@link
 * #graph()} does so before the server starts.
 */
public final class Instagram implements Part {
    private final World world;
    private final Comments comments;
    private final Inbox inbox;
    private final Graph graph;
    private final Usage usage;
    private final Webhooks webhooks;
    private final Found found;
    private final Publishing publishing;
    private final LiveApi live;

    /** An Instagram in which there is nobody yet. */
    public Instagram(Orders orders, Clock clock) {
        this.world = new World(clock);
        this.comments = new Comments(world);
        this.inbox = new Inbox(world);
        this.usage = new Usage(world);
        this.graph = new Graph(world, orders, usage);
        this.webhooks = new Webhooks(world, orders);
        this.found = new Found(world, comments, inbox);
        this.publishing = new Publishing(world, orders);
        this.live = new LiveApi(world);
    }

    /** Who and what exists; {@link World#publish} is how something is published. */
    public World world() {
        return world;
    }

    /** Its API, to which more routes may be added. */
    public Graph graph() {
        return graph;
    }

    /** What an id in a path names, for routes. */
    public Found found() {
        return found;
    }

    @Override
    public void register(RoutesConfig routes) {
        var shapes = new Shapes(world, comments, inbox);
        var sending = new Sending(world, comments, inbox);
        new AccountRoutes(world, inbox, shapes).register(graph, found);
        new MediaRoutes(world, shapes).register(graph, found);
        new CommentRoutes(world, comments, shapes).register(graph, found);
        new ConversationRoutes(inbox, sending, shapes).register(graph, found);
        new SendRoutes(world, inbox, sending, publishing.sentFiles()).register(graph, found);
        new TokenRoutes(world).register(graph);
        publishing.register(graph);
        graph.register(routes);
        var views = new Views(world, comments, inbox);
        new WorldApi(world, usage, views).register(routes);
        new WebhookApi(world, webhooks, views).register(routes);
        new FeedApi(world, comments, views).register(routes);
        new InboxApi(world, inbox, views).register(routes);
        publishing.register(routes);
        new FilesApi().register(routes);
        live.register(routes);
    }

    @Override
    public void close() {
        publishing.close();
        live.close();
        webhooks.close();
    }
}
