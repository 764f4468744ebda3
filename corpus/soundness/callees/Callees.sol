// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What the fuzzer plays: a token, and one that keeps a part.
contract Token {
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(uint256 amount) external {
        require(amount <= 1e30 && balanceOf[msg.sender] <= 1e30);
        balanceOf[msg.sender] += amount;
        allowance[msg.sender][address(0)] = amount;
    }

    function approve(address who, uint256 amount) external returns (bool) {
        allowance[msg.sender][who] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external returns (bool) {
        move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        move(from, to, amount);
        return true;
    }

    function move(address from, address to, uint256 amount) internal {
        balanceOf[from] -= amount;
        balanceOf[to] += kept(amount);
    }

    function kept(uint256 amount) internal pure virtual returns (uint256) {
        return amount;
    }
}

contract FeeToken is Token {
    function kept(uint256 amount) internal pure override returns (uint256) {
        return amount - amount / 100;
    }
}

contract Feed {
    uint256 public price = 1;

    function set(uint256 value) external {
        price = value;
    }
}

/// Its answer depends on the gas that is left.
contract Odd {
    function price() external view returns (uint256) {
        return gasleft();
    }
}

/// Credits what it received, and writes its total with a number that was read before the call.
contract Vault {
    Token public immutable token;
    mapping(address => uint256) public shares;
    uint256 public total;
    uint256 public refused;

    constructor(Token t) {
        token = t;
    }

    function deposit(uint256 amount) external {
        uint256 old = total;
        uint256 before = token.balanceOf(address(this));
        if (!token.transferFrom(msg.sender, address(this), amount)) refused += 1;
        uint256 received = token.balanceOf(address(this)) - before;
        shares[msg.sender] += received;
        total = old + received;
    }

    function withdraw(uint256 amount) external {
        uint256 old = total;
        require(token.transfer(msg.sender, amount));
        shares[msg.sender] -= amount;
        total = old - amount;
    }
}

interface Hook {
    function hook() external;
}

contract Puller {
    function pull(Token token, address from, address to, uint256 amount) external {
        token.transferFrom(from, to, amount);
        revert();
    }
}

/// Looks at balances around calls.
contract Looks {
    Token public immutable token;
    Puller public immutable puller;
    uint256 public self;
    uint256 public other;
    uint256 public undone;
    uint256 public hooked;
    uint256 public paid;

    constructor(Token t, Puller p) {
        token = t;
        puller = p;
    }

    function sendToAnyone(address to, uint256 amount) external {
        uint256 before = token.balanceOf(to);
        token.transfer(to, amount);
        if (token.balanceOf(to) != before + amount) self = 1;
    }

    function sendToOthers(address to, uint256 amount) external {
        require(to != address(this));
        uint256 before = token.balanceOf(to);
        uint256 own = token.balanceOf(address(this));
        token.transfer(to, amount);
        if (token.balanceOf(to) != before + amount || token.balanceOf(address(this)) != own - amount) other = 1;
    }

    function pull(uint256 amount) external {
        require(amount > 0);
        uint256 before = token.balanceOf(address(this));
        try puller.pull(token, msg.sender, address(this), amount) {} catch {}
        if (token.balanceOf(address(this)) != before + amount) undone = 1;
    }

    function hook() external {
        uint256 before = token.balanceOf(address(this));
        Hook(msg.sender).hook();
        if (token.balanceOf(address(this)) != before) hooked = 1;
    }

    /// Between the two looks somebody else is paid, who may be the one that is looked at.
    function pay(address who, address to, uint256 amount) external {
        require(amount > 0);
        uint256 before = token.balanceOf(who);
        token.transferFrom(msg.sender, to, amount);
        if (token.balanceOf(who) != before) paid = 1;
    }
}

/// Looks at a price twice, in a step and in two.
contract Prices {
    Feed public immutable feed;
    uint256 public last;
    uint256 public differs;
    uint256 public changed;

    constructor(Feed f) {
        feed = f;
        last = 1;
    }

    function twice() external {
        if (feed.price() != feed.price()) differs = 1;
    }

    function again() external {
        if (feed.price() != last) changed = 1;
    }
}

/// Its functions return nothing.
contract Silent {
    mapping(address => uint256) public balanceOf;

    function mint(uint256 amount) external {
        require(amount <= 1e30 && balanceOf[msg.sender] <= 1e30);
        balanceOf[msg.sender] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        require(balanceOf[from] >= amount);
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// Takes tokens as libraries do, which accept no answer for true.
contract Safe {
    Token public immutable token;
    uint256 public short;

    constructor(Token t) {
        token = t;
    }

    function take(uint256 amount) external {
        require(msg.sender != address(this) && amount > 0);
        uint256 before = token.balanceOf(address(this));
        (bool ok, bytes memory answer) =
            address(token).call(abi.encodeCall(Token.transferFrom, (msg.sender, address(this), amount)));
        require(checked(ok) && (answer.length == 0 || abi.decode(answer, (bool))));
        if (token.balanceOf(address(this)) != before + amount) short = 1;
    }

    function checked(bool ok) internal pure virtual returns (bool) {
        return ok;
    }
}

/// Whether the call has failed is not looked at.
contract Loose is Safe {
    constructor(Token t) Safe(t) {}

    function checked(bool) internal pure override returns (bool) {
        return true;
    }
}

/// A vault whose shares gain with each deposit.
contract Gains is Token {
    uint256 public rate = 1;

    function convertToAssets(uint256 shares) external view returns (uint256) {
        return rate * (shares % 1e30);
    }

    function deposit(uint256 assets, address to) external returns (uint256) {
        require(assets <= 1e30 && balanceOf[to] <= 1e30);
        balanceOf[to] += assets;
        rate = rate % 1e9 + 1;
        return assets;
    }
}

/// Looks at the worth of a share twice.
contract Worth {
    Gains public immutable gains;
    uint256 public differs;
    uint256 public moved;
    uint256 public after_;

    constructor(Gains g) {
        gains = g;
    }

    function twice() external {
        if (gains.convertToAssets(1e18) != gains.convertToAssets(1e18)) differs = 1;
    }

    function around(uint256 assets) external {
        uint256 worth = gains.convertToAssets(1e18);
        gains.deposit(assets, address(this));
        if (gains.convertToAssets(1e18) != worth) after_ = 1;
    }

    function aroundTransfer(address to) external {
        uint256 worth = gains.convertToAssets(1e18);
        uint256 own = gains.balanceOf(address(this));
        gains.transfer(to, 0);
        if (gains.balanceOf(address(this)) != own) moved = 1;
        require(gains.convertToAssets(1e18) == worth);
    }
}

/// Pays after a loop out of what its rounds have brought in.
contract Rounds {
    Token public immutable token;
    uint256 public after_;
    uint256 public beyond;

    constructor(Token t) {
        token = t;
    }

    function afterRounds(uint256 n) external {
        uint256 own = token.balanceOf(address(this));
        for (uint256 i; i < n; i++) require(token.transferFrom(msg.sender, address(this), 1));
        require(token.transfer(msg.sender, n));
        if (n > own) after_ = 1;
    }

    function afterOne(uint256 n) external {
        uint256 own = token.balanceOf(address(this));
        require(msg.sender != address(this) && token.transferFrom(msg.sender, address(this), 1));
        require(token.transfer(msg.sender, n));
        if (n > own + 1) beyond = 1;
    }
}
